// SPDX-License-Identifier: GPL-3.0-or-later
// A library needs a source of its own; all it carries is data.
