#ifndef CHISO_CLIBCRYPTO_SHIM_H
#define CHISO_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
