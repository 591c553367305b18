#include "CReportAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char style[] = {
#embed "../../Assets/report/report.css"
};

static const unsigned char script[] = {
#embed "../../Assets/report/report.js"
};

struct funaban_asset funaban_report_style(void) {
  return (struct funaban_asset){style, sizeof style};
}

struct funaban_asset funaban_report_script(void) {
  return (struct funaban_asset){script, sizeof script};
}
