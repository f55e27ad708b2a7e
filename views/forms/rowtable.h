// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace fireline::views {

/// Makes it a table that is read by whole rows: nothing is edited in it, Tab leads out of it, all rows are of one height.
/// GUI thread; once it has its model.
void readByRows(QTableView &table);

} // namespace fireline::views
