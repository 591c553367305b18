#ifndef FUNABAN_CRULES_H
#define FUNABAN_CRULES_H

/// A rule file, or a module, that is part of the program.
struct funaban_rule {
  /// The path below the root of the source tree, for example `Rules/controls/ecs.td.host-pid.yaml`.
  const char *path;
  /// The bytes of the file; not terminated by a NUL byte.
  const unsigned char *bytes;
  /// The number of bytes.
  unsigned long size;
};

/// The number of rule files.
unsigned long funaban_rule_count(void);
/// The rule file `index`; the files are sorted by path.
const struct funaban_rule *funaban_rule_at(unsigned long index);

/// The number of modules that stand in for those of the Terraform registry.
unsigned long funaban_module_count(void);
/// The module `index`, its path such as `Rules/modules/NAME/main.tf`; sorted by path.
const struct funaban_rule *funaban_module_at(unsigned long index);

#endif
