#include "cre2.h"

#if !__has_include(<re2/re2.h>)
#error "RE2 is missing: install the Debian package libre2-dev"
#endif
#include <re2/re2.h>

#include <cstring>
#include <new>
#include <string>
#include <vector>

namespace {

/// How many bytes of the possible range are asked for; more only makes the proof finer.
constexpr int rangeLength = 256;

re2::RE2::Options posixOptions() {
  re2::RE2::Options options(re2::RE2::POSIX);
  options.set_log_errors(false);
  return options;
}

re2::RE2::Options perlOptions() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return options;
}

re2::StringPiece piece(const uint8_t *bytes, size_t length) {
  return re2::StringPiece(reinterpret_cast<const char *>(bytes), length);
}

}  // namespace

struct cre2_pattern {
  cre2_pattern(const re2::StringPiece &text, const re2::RE2::Options &options)
      : expression(text, options) {
    if (expression.ok()) {
      isBounded = expression.PossibleMatchRange(&least, &greatest, rangeLength);
    }
  }

  re2::RE2 expression;
  bool isBounded = false;
  std::string least;
  std::string greatest;
};

static cre2_pattern *compile(const uint8_t *pattern, size_t length,
                             const re2::RE2::Options &options, char *error, size_t capacity) {
  auto *compiled = new (std::nothrow) cre2_pattern(piece(pattern, length), options);
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

cre2_pattern *cre2_compile(const uint8_t *pattern, size_t length, char *error, size_t capacity) {
  return compile(pattern, length, posixOptions(), error, capacity);
}

cre2_pattern *cre2_compile_perl(const uint8_t *pattern, size_t length, char *error,
                                size_t capacity) {
  return compile(pattern, length, perlOptions(), error, capacity);
}

size_t cre2_group_count(const cre2_pattern *pattern) {
  return static_cast<size_t>(pattern->expression.NumberOfCapturingGroups());
}

size_t cre2_group_name(const cre2_pattern *pattern, size_t index, char *name, size_t capacity) {
  const auto &names = pattern->expression.CapturingGroupNames();
  const auto found = names.find(static_cast<int>(index));
  if (found == names.end()) return 0;
  const size_t count = found->second.size() < capacity ? found->second.size() : capacity;
  std::memcpy(name, found->second.data(), count);
  return count;
}

bool cre2_search(const cre2_pattern *pattern, const uint8_t *text, size_t length, size_t start,
                 int64_t *bounds, size_t count) {
  const re2::StringPiece subject = piece(text, length);
  std::vector<re2::StringPiece> parts(count);
  const bool matches = pattern->expression.Match(
      subject, start, length, re2::RE2::UNANCHORED, parts.data(), static_cast<int>(count));
  if (!matches) return false;
  for (size_t index = 0; index < count; index++) {
    const bool isPart = parts[index].data() != nullptr;
    bounds[2 * index] = isPart ? parts[index].data() - subject.data() : -1;
    bounds[2 * index + 1] =
        isPart ? bounds[2 * index] + static_cast<int64_t>(parts[index].size()) : -1;
  }
  return true;
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
