// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineroles.h" // gives the enums their names
