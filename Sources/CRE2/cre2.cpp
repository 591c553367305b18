#include "cre2.h"

#if !__has_include(<re2/re2.h>)
#error "RE2 is missing: install the Debian package libre2-dev"
#endif
#include <re2/re2.h>

#include <cstring>
#include <new>
#include <string>

namespace {

/// How many bytes of the possible range are asked for; more only makes the proof finer.
constexpr int rangeLength = 256;

re2::RE2::Options posixOptions() {
  re2::RE2::Options options(re2::RE2::POSIX);
  options.set_log_errors(false);
  return options;
}

re2::StringPiece piece(const uint8_t *bytes, size_t length) {
  return re2::StringPiece(reinterpret_cast<const char *>(bytes), length);
}

}  // namespace

struct cre2_pattern {
  explicit cre2_pattern(const re2::StringPiece &text) : expression(text, posixOptions()) {
    if (expression.ok()) {
      isBounded = expression.PossibleMatchRange(&least, &greatest, rangeLength);
    }
  }

  re2::RE2 expression;
  bool isBounded = false;
  std::string least;
  std::string greatest;
};

cre2_pattern *cre2_compile(const uint8_t *pattern, size_t length, char *error, size_t capacity) {
  auto *compiled = new (std::nothrow) cre2_pattern(piece(pattern, length));
  if (compiled != nullptr && compiled->expression.ok()) return compiled;
  const std::string reason = compiled == nullptr ? "out of memory" : compiled->expression.error();
  if (capacity > 0) {
    const size_t count = reason.size() < capacity ? reason.size() : capacity - 1;
    std::memcpy(error, reason.data(), count);
    error[count] = '\0';
  }
  delete compiled;
  return nullptr;
}

bool cre2_full_match(const cre2_pattern *pattern, const uint8_t *text, size_t length) {
  return re2::RE2::FullMatch(piece(text, length), pattern->expression);
}

bool cre2_may_match_prefix(const cre2_pattern *pattern, const uint8_t *prefix, size_t length) {
  if (!pattern->isBounded) return true;
  const std::string start(reinterpret_cast<const char *>(prefix), length);
  if (start > pattern->greatest) return false;
  return start >= pattern->least || pattern->least.compare(0, length, start) == 0;
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }
