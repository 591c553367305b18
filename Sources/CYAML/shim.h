#if !__has_include(<yaml.h>)
#error "libyaml is missing: install the Debian package libyaml-dev"
#endif
#include <yaml.h>
