#ifndef FUNABAN_CRE2_H
#define FUNABAN_CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled regular expression; it may be shared between threads.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a POSIX extended regular expression.
///
/// Returns NULL where the pattern is not valid, and a NUL-terminated reason in `error`.
cre2_pattern *cre2_compile(const uint8_t *pattern, size_t length, char *error, size_t capacity);

/// Whether the pattern matches the text from its first byte to its last.
bool cre2_full_match(const cre2_pattern *pattern, const uint8_t *text, size_t length);

/// Whether a text that begins with `prefix` may match; false is a proof, true is not.
bool cre2_may_match_prefix(const cre2_pattern *pattern, const uint8_t *prefix, size_t length);

/// Frees what `cre2_compile` returned.
void cre2_free(cre2_pattern *pattern);

#ifdef __cplusplus
}
#endif
#endif
