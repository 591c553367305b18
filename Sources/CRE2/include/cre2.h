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

/// Compiles a regular expression as Perl, Go and Terraform write it.
///
/// Returns as `cre2_compile` does.
cre2_pattern *cre2_compile_perl(const uint8_t *pattern, size_t length, char *error,
                                size_t capacity);

/// The number of groups in parentheses.
size_t cre2_group_count(const cre2_pattern *pattern);

/// Copies the name of the group `index`, from 1, into `name`; returns its length, 0 for none.
size_t cre2_group_name(const cre2_pattern *pattern, size_t index, char *name, size_t capacity);

/// Finds the first match at or behind `start`.
///
/// Writes the start and the end of the match and of each group, -1 for those without part in it,
/// to `bounds`, which has room for `count` pairs. Returns whether there is a match.
bool cre2_search(const cre2_pattern *pattern, const uint8_t *text, size_t length, size_t start,
                 int64_t *bounds, size_t count);

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
