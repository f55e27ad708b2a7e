// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/paletteprovider.h"

namespace fireline::views {

PaletteProvider::~PaletteProvider() = default;

} // namespace fireline::views
