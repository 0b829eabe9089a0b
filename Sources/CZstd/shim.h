#ifndef CHISO_CZSTD_SHIM_H
#define CHISO_CZSTD_SHIM_H

#include <zstd.h>

#endif
