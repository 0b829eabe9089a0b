#ifndef CHISO_CDEFLATE_SHIM_H
#define CHISO_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
