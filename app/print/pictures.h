// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter.h"

class QTextDocument;

namespace fireline::print {

/// Gives a text the pictures that it names, each no wider than that (in dots of 96 to the inch) and no higher than it would fit
/// on a page. Any thread.
void showPictures(QTextDocument &text, const exchange::ExportReferences &references, double widest);

} // namespace fireline::print
