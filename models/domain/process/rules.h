// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The nine kinds of rules as plain values (vocabulary 5), each with its envelope as member `rule`.
#include "process/actrules.h"
#include "process/clockrules.h"
#include "process/formrules.h"
#include "process/listrules.h"
