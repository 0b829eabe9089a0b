#ifndef CHISO_CBROTLI_SHIM_H
#define CHISO_CBROTLI_SHIM_H

#include <brotli/decode.h>

#endif
