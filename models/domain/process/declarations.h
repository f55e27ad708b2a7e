// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The nouns of a process (vocabulary 3).
#include "process/calendarspec.h"
#include "process/peopledefs.h"
#include "process/workdefs.h"
