#ifndef FUNABAN_CREPORTASSETS_H
#define FUNABAN_CREPORTASSETS_H

/// A file that is part of every HTML report.
struct funaban_asset {
  /// The bytes of the file; not terminated by a NUL byte.
  const unsigned char *bytes;
  /// The number of bytes.
  unsigned long size;
};

/// The style sheet, Assets/report/report.css.
struct funaban_asset funaban_report_style(void);
/// The script, Assets/report/report.js.
struct funaban_asset funaban_report_script(void);

#endif
