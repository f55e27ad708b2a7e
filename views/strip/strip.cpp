// SPDX-License-Identifier: GPL-3.0-or-later
#include "strip/strip.h"

#include "strip/striptext.h"
#include "theme/chippainter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::ElapsedSince;

namespace {

constexpr int gap = 6;
constexpr int sideMargin = 4;
constexpr int drillBand = 6;

/// From the text size the person chose to the smallest that is given (cells keep a floor of their own).
constexpr std::array textShares{1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3};

bool fits(const QList<CellPlace> &places, int width)
{
    return std::all_of(places.begin(), places.end(),
                       [width](const CellPlace &at) { return at.variant < 0 || at.x + at.width <= width; });
}

} // namespace

Strip::Strip(models::IncidentFeed &feed, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_theme(theme)
    , m_times(times)
{
    setObjectName(u"strip"_s);
    setAccessibleName(tr("Status strip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int cell = 0; cell <= int(StripCell::Save); ++cell)
        addCell(StripCell(cell));
    makeStop(m_cells.at(int(StripCell::Severity)));
    connect(&feed, &models::IncidentFeed::reset, this, &Strip::look);
    connect(&feed, &models::IncidentFeed::applied, this, &Strip::look);
    connect(&feed, &models::IncidentFeed::savedChanged, this, &Strip::look);
    connect(&feed, &models::IncidentFeed::ticked, this, &Strip::look);
    connect(&times, &TimeDisplay::changed, this, &Strip::look);
    connect(&theme, &Theme::changed, this, &Strip::restyle);
    look();
}

Strip::~Strip() = default;

void Strip::addCell(StripCell cell)
{
    auto *widget = new CellWidget(cell, m_theme, this);
    connect(widget, &CellWidget::clicked, this, [this, cell] { activate(cell); });
    widget->installEventFilter(this);
    m_cells.append(widget);
}

void Strip::setViewing(domain::Instant at)
{
    m_viewing = at;
    look();
}

void Strip::setElapsedSince(ElapsedSince since)
{
    m_since = since;
    look();
}

void Strip::setHints(const QHash<StripCell, QString> &hints)
{
    m_hints = hints;
    look();
}

QWidget *Strip::firstFocus() const
{
    for (CellWidget *cell : shownCells()) {
        if (cell->focusPolicy() == Qt::StrongFocus)
            return cell;
    }
    return m_cells.at(int(StripCell::Severity));
}

QSize Strip::sizeHint() const
{
    int width = 0;
    for (const CellWidget *cell : m_cells)
        width += cell->sizeHint().width() + gap;
    return {width, minimumSizeHint().height()};
}

QSize Strip::minimumSizeHint() const
{
    int height = 0;
    for (const CellWidget *cell : m_cells)
        height = std::max(height, cell->sizeHint().height());
    return {0, height + bandHeight()};
}

int Strip::bandHeight() const
{
    return m_state.drill ? drillBand : 0;
}

void Strip::setLink(const models::LinkState &link)
{
    m_link = link;
    look();
}

void Strip::look()
{
    const bool wasDrill = m_state.drill;
    m_state = models::stripState(m_feed, m_since);
    m_state.link = m_link;
    const StripText text(m_state, m_times, m_viewing);
    bool moved = false;
    for (CellWidget *cell : m_cells) {
        CellText said = text.cell(cell->cell());
        if (const QString hint = m_hints.value(cell->cell()); !hint.isEmpty() && !said.toolTip.isEmpty())
            said.toolTip += u'\n' + hint;
        moved = cell->setText(said) || moved;
    }
    if (moved || wasDrill != m_state.drill) {
        updateGeometry();
        place();
    }
}

void Strip::restyle()
{
    for (CellWidget *cell : m_cells)
        cell->restyle();
    updateGeometry();
    place();
    update();
}

QList<CellPlace> Strip::placesAt(double textShare, const QSet<StripCell> &given)
{
    QList<CellWidths> widths;
    for (CellWidget *cell : m_cells) {
        cell->setTextShare(textShare);
        const bool elides = cell->cell() == StripCell::Phase || cell->cell() == StripCell::Command;
        // A handover shortens its words before any of them is cut.
        const bool cut = elides && cell->text().variants.size() == 1;
        const bool canHide = cell->text().canHide || given.contains(cell->cell());
        widths.append({cell->cell(), cell->widths(), canHide, cut, cell->leastWidth()});
    }
    return placeCells(widths, width() - 2 * sideMargin, gap);
}

/// Very large text on a small screen: what the strip never drops is written smaller while it can be read, until all of it has
/// its place.
void Strip::place()
{
    const double before = m_textShare;
    QList<CellPlace> places;
    for (const double share : textShares) {
        m_textShare = share;
        places = placesAt(share);
        if (fits(places, width() - 2 * sideMargin))
            break;
    }
    // All of these are told elsewhere too: in the status line and their panel, by a message, above the timeline.
    QSet<StripCell> given;
    for (const StripCell cell : {StripCell::CallBacks, StripCell::Save, StripCell::Viewing}) {
        if (fits(places, width() - 2 * sideMargin))
            break;
        places = placesAt(m_textShare, given << cell);
    }
    const int height = this->height() - bandHeight();
    for (const CellPlace &at : std::as_const(places)) {
        CellWidget *cell = m_cells.at(int(at.cell));
        cell->setVariant(at.variant);
        const QRect place(sideMargin + at.x, 0, at.width, height);
        cell->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        cell->setVisible(at.variant >= 0);
    }
    if (!firstFocus()->isVisibleTo(this) || firstFocus()->focusPolicy() != Qt::StrongFocus)
        makeStop(m_cells.at(int(StripCell::Severity)));
    if (!qFuzzyCompare(before, m_textShare))
        updateGeometry(); // lower, or higher
}

void Strip::activate(StripCell cell)
{
    if (cell == StripCell::Elapsed) {
        setElapsedSince(ElapsedSince((int(m_since) + 1) % 3));
        return;
    }
    if (cell == StripCell::Viewing) {
        emit presentRequested();
        return;
    }
    const QString line = StripText(m_state, m_times, m_viewing).entryLine(cell);
    if (line.isEmpty())
        emit detailsRequested(cell);
    else
        emit entryRequested(line);
}

QList<CellWidget *> Strip::shownCells() const
{
    QList<CellWidget *> shown;
    std::copy_if(m_cells.begin(), m_cells.end(), std::back_inserter(shown),
                 [this](CellWidget *cell) { return cell->isVisibleTo(this); });
    return shown;
}

/// One stop for Tab; the arrow keys walk inside.
void Strip::makeStop(CellWidget *stop)
{
    for (CellWidget *cell : m_cells)
        cell->setFocusPolicy(cell == stop ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(stop);
}

void Strip::moveFocus(int by)
{
    const QList<CellWidget *> shown = shownCells();
    const auto at = shown.indexOf(qobject_cast<CellWidget *>(focusWidget()));
    const auto next = std::clamp<qsizetype>(at + by, 0, shown.size() - 1);
    shown.at(next)->setFocus(Qt::OtherFocusReason);
}

void Strip::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left: moveFocus(-forward); return;
    case Qt::Key_Right: moveFocus(forward); return;
    case Qt::Key_Home: moveFocus(-int(m_cells.size())); return;
    case Qt::Key_End: moveFocus(int(m_cells.size())); return;
    default: QWidget::keyPressEvent(event);
    }
}

bool Strip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        makeStop(static_cast<CellWidget *>(watched));
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        // A button would walk over its siblings by itself, in an order of its own.
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Strip::resizeEvent(QResizeEvent *)
{
    place();
}

void Strip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        place();
    QWidget::changeEvent(event);
}

void Strip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.ink(Ink::Window));
    if (!m_state.drill)
        return;
    paintStripes(&painter, {0, height() - drillBand, width(), drillBand}, m_theme.chip(Chip::Drill));
}

} // namespace fireline::views
