// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter.h"

#include <QByteArray>

namespace fireline::print {

/// The report as a PDF, on A4 or Letter as the country has it, black on white: the same text as exportHtml(). Each page has
/// the title, what marks it (a drill, a private incident), its number, that times are in UTC, and the hash of the record it was
/// made from. Needs a QGuiApplication for its letters; any thread.
[[nodiscard]] QByteArray toPdf(const exchange::ExportDocument &document);

} // namespace fireline::print
