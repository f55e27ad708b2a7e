// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;
class QWidget;

namespace fireline::views {

class GraphForms;
class MetricPlot;
class ProposalBar;
class SeriesDelegate;

/// What the panel of graphs is put together from; all owned by it. GUI thread.
struct MetricsParts
{
    QStackedWidget *m_pages = nullptr; ///< nothing, or everything else
    QStackedWidget *m_views = nullptr; ///< graph or table
    QSplitter *m_split = nullptr;
    QWidget *m_tools = nullptr; ///< buttons above the graph
    QWidget *m_side = nullptr;  ///< beside the graph: what is proposed, and the list
    MetricPlot *m_plot = nullptr;
    QTableView *m_values = nullptr;
    QTableView *m_list = nullptr;
    SeriesDelegate *m_rows = nullptr; ///< of the list
    QLabel *m_empty = nullptr;
    QLabel *m_reading = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_importFirst = nullptr;
    QPushButton *m_queryFirst = nullptr;
    QToolButton *m_asTable = nullptr;
    QPushButton *m_snap = nullptr;
    QPushButton *m_page = nullptr; ///< which graphs there is room for
    GraphForms *m_forms = nullptr;
    ProposalBar *m_proposals = nullptr;
};

} // namespace fireline::views
