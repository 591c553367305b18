#ifndef FUNABAN_CRE2_H
#define FUNABAN_CRE2_H
#endif
