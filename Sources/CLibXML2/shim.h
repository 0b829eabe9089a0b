#ifndef CHISO_CLIBXML2_SHIM_H
#define CHISO_CLIBXML2_SHIM_H

// Debian's libxml2 includes ICU's headers, which clash with those of Swift's Foundation. ChiSo touches none of the
// structures that they complete, so they are left out.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
