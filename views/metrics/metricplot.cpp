// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricplot.h"

#include "metrics/graphwords.h"
#include "metrics/metriccanvas.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricsroles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace metrics = models::metrics;
using models::MetricRange;
using models::MetricStore;

namespace {

constexpr qint64 shortest = 1000000;                     // a second
constexpr qint64 longest = 20LL * 366 * 86400 * 1000000; // what one file may reach over
constexpr qint64 liveLength = 3600LL * 1000000;          // of what is asked for at first
constexpr int mostRead = 6;                              // series that a reader is told of at once
constexpr int frame = 2;                                 // pixels of the ring of the focus

/// A widget of one's own is nothing to a screen reader until somebody says what it is.
QAccessibleInterface *readableGraph(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const bool isGraph = widget && className == QLatin1StringView(MetricPlot::staticMetaObject.className());
    return isGraph ? new QAccessibleWidget(widget, QAccessible::Chart) : nullptr;
}

} // namespace

MetricPlot::MetricPlot(MetricStore &store, QAbstractItemModel &marks, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_marks(marks)
    , m_theme(theme)
    , m_times(times)
    , m_canvas(new MetricCanvas(store, marks, theme, times, this))
{
    QAccessible::installFactory(readableGraph); // the same one twice is one
    setObjectName(u"metricsGraph"_s);
    setAccessibleName(tr("Graph"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&store, &MetricStore::added, this, &MetricPlot::followStore);
    connect(&store, &MetricStore::removed, this, &MetricPlot::followStore);
    connect(&store, &MetricStore::shownChanged, this, &MetricPlot::followStore);
    connect(&store, &MetricStore::appended, this, &MetricPlot::followStore);
    connect(&store, &MetricStore::noticeChanged, this, &MetricPlot::tellReader);
    connect(&store, &MetricStore::fieldChanged, this, &MetricPlot::tellReader);
    connect(&theme, &Theme::changed, this, &MetricPlot::showSize);
    connect(m_canvas, &MetricCanvas::pageChanged, this, &MetricPlot::pageChanged);
    connect(m_canvas, &MetricCanvas::pageChanged, this, &MetricPlot::tellReader);
    connect(&times, &TimeDisplay::changed, this, &MetricPlot::showTip);
    followStore();
    showTip();
}

MetricPlot::~MetricPlot() = default;

/// One field has room for its name and its values; where there is more, others come into sight.
void MetricPlot::showSize()
{
    setMinimumSize(m_theme.scaled(120), m_store.count() > 0 ? m_canvas->leastHeight() + 2 * frame : m_theme.scaled(40));
}

void MetricPlot::showField(const QString &key)
{
    m_canvas->showField(key);
}

const GraphPage &MetricPlot::page() const
{
    return m_canvas->page();
}

/// What nobody zoomed shows all there is; what goes on with the time goes on in sight.
void MetricPlot::followStore()
{
    const bool live = m_store.isLive();
    showSize();
    if (m_follows && !live)
        showAll();
    else if (m_all && live)
        follow(liveLength);
    else if (m_all)
        showAll();
    emit readingChanged();
}

MetricRange MetricPlot::range() const
{
    return m_canvas->range();
}

int MetricPlot::pixels() const
{
    return m_canvas->field().width();
}

void MetricPlot::setRange(MetricRange range)
{
    m_follows = m_all = false;
    place(range);
}

void MetricPlot::place(MetricRange range)
{
    const qint64 length = std::clamp(range.length(), shortest, longest);
    const qint64 middle = range.fromUs + range.length() / 2;
    range = {middle - length / 2, middle - length / 2 + length};
    if (range == m_canvas->range())
        return;
    m_canvas->setRange(range);
    emit rangeChanged();
}

void MetricPlot::showAll()
{
    if (const auto all = m_store.range()) {
        const qint64 edge = std::max(shortest, all->length() / 50);
        setRange({all->fromUs - edge, all->toUs + edge});
    }
    m_follows = false;
    m_all = !m_store.isLive(); // what is asked for by what is in sight does not grow by itself
}

void MetricPlot::follow(qint64 lengthUs)
{
    const qint64 length = std::clamp(lengthUs > 0 ? lengthUs : range().length(), shortest, longest);
    m_follows = true;
    m_all = false;
    place({m_now - length, m_now});
}

void MetricPlot::setNow(qint64 nowUs)
{
    if (nowUs == m_now)
        return;
    m_now = nowUs;
    if (m_follows)
        place({nowUs - range().length(), nowUs});
}

void MetricPlot::zoom(double factor)
{
    const MetricRange now = range();
    const double length = std::clamp(double(now.length()) * factor, double(shortest), double(longest));
    if (m_follows)
        return follow(qint64(length)); // its end stays where it is
    const auto at = reading();
    const bool inSight = at && *at >= now.fromUs && *at <= now.toUs;
    const qint64 fixed = inSight ? *at : now.fromUs + now.length() / 2;
    const double before = now.length() > 0 ? double(fixed - now.fromUs) / double(now.length()) : 0.5;
    const qint64 from = fixed - qint64(before * length);
    setRange({from, from + qint64(length)});
}

void MetricPlot::pan(double share)
{
    const auto by = qint64(double(range().length()) * share);
    if (by > 0 && m_store.isLive() && range().toUs <= m_now && range().toUs + by >= m_now)
        return follow();
    setRange({range().fromUs + by, range().toUs + by});
}

std::optional<qint64> MetricPlot::reading() const
{
    return m_canvas->pointers().cursor;
}

void MetricPlot::showCursor(std::optional<qint64> atUs)
{
    if (m_canvas->pointers().cursor == atUs)
        return;
    m_canvas->pointers().cursor = atUs;
    m_canvas->showPointers();
    emit readingChanged();
}

void MetricPlot::setReading(std::optional<qint64> atUs)
{
    m_hovers = false;
    m_kept = atUs;
    if (atUs)
        bringIntoSight(*atUs);
    showCursor(atUs);
    tellReader();
}

void MetricPlot::bringIntoSight(qint64 atUs)
{
    const MetricRange now = range();
    const bool comes = m_follows && atUs > now.toUs; // with the next second
    if (now.length() <= 0 || comes || (atUs >= now.fromUs && atUs <= now.toUs))
        return;
    const qint64 from = atUs - now.length() / 2;
    setRange({from, from + now.length()});
}

std::optional<MetricRange> MetricPlot::brush() const
{
    return m_canvas->pointers().brush;
}

void MetricPlot::setBrush(std::optional<MetricRange> range)
{
    if (!range)
        m_brushFrom.reset();
    m_isProposed = false;
    if (range == brush())
        return;
    GraphPointers &pointers = m_canvas->pointers();
    pointers.brush = range;
    pointers.brushName = range ? tr("%1 to %2").arg(m_times.time({range->fromUs}), m_times.time({range->toUs})) : QString();
    m_canvas->showPointers();
    emit brushChanged();
    tellReader();
}

void MetricPlot::setProposed(std::optional<MetricRange> range)
{
    if (!range && !m_isProposed)
        return;
    setBrush(range);
    m_isProposed = range.has_value();
    emit brushChanged(); // selection() is another, even where the mark is the same
}

std::optional<MetricRange> MetricPlot::selection() const
{
    return m_isProposed ? std::nullopt : brush();
}

QString MetricPlot::mark() const
{
    return m_canvas->pointers().mark;
}

void MetricPlot::choose(int markRow)
{
    m_canvas->pointers().mark = markRow < 0 ? QString() : m_marks.index(markRow, 0).data(metrics::EventIdRole).toString();
    m_canvas->showPointers();
}

bool MetricPlot::goToMark(bool forward)
{
    if (m_store.count() == 0)
        return false;
    const qint64 at = reading().value_or(forward ? range().fromUs - 1 : range().toUs + 1);
    int chosen = -1;
    int current = -1;
    for (int row = 0; row < m_marks.rowCount(); ++row) {
        if (m_marks.index(row, 0).data(metrics::EventIdRole).toString() == mark())
            current = row;
    }
    // Marks of one moment are gone through one by one.
    const bool onIt = current >= 0 && m_marks.index(current, 0).data(metrics::AtRole).toLongLong() == at;
    if (onIt) {
        chosen = current + (forward ? 1 : -1);
    } else {
        for (int row = 0; row < m_marks.rowCount(); ++row) {
            const qint64 time = m_marks.index(row, 0).data(metrics::AtRole).toLongLong();
            if (forward && time > at) {
                chosen = row;
                break;
            }
            if (!forward && time < at)
                chosen = row;
        }
    }
    if (chosen < 0 || chosen >= m_marks.rowCount())
        return false;
    choose(chosen);
    setReading(m_marks.index(chosen, 0).data(metrics::AtRole).toLongLong());
    return true;
}

void MetricPlot::setPlace(const QString &eventId, const QString &name, qint64 atUs)
{
    GraphPointers &pointers = m_canvas->pointers();
    int marked = -1;
    for (int row = 0; row < m_marks.rowCount() && marked < 0; ++row) {
        if (m_marks.index(row, 0).data(metrics::EventIdRole).toString() == eventId)
            marked = row;
    }
    pointers.mark = marked < 0 ? QString() : eventId;
    pointers.place = marked < 0 && atUs != 0 ? std::optional(atUs) : std::nullopt;
    pointers.placeName = name;
    if (atUs != 0 && m_store.range() && !m_all)
        bringIntoSight(atUs);
    m_canvas->showPointers();
    tellReader();
}

QImage MetricPlot::picture()
{
    const QRect place = m_canvas->geometry();
    QSize size = isVisible() ? place.size() : place.size().expandedTo({m_theme.scaled(640), m_theme.scaled(320)});
    size.setHeight(std::max(size.height(), m_canvas->heightFor(page().all)));
    m_canvas->resize(size);
    m_canvas->showTheme();
    const QPixmap drawn = m_canvas->toPixmap(size.width(), size.height(), devicePixelRatioF());
    m_canvas->setGeometry(place);
    m_canvas->showTheme();
    return drawn.toImage();
}

QString MetricPlot::fieldName(const QString &key) const
{
    const QString title = m_store.field(key).title;
    return !title.isEmpty() ? title : m_store.fieldUnit(key);
}

/// What is to be known of the graphs in sight comes first, and whole: a low graph shows one line of it.
void MetricPlot::showTip()
{
    QStringList lines;
    for (const QString &key : m_store.fields().mid(page().first, page().count)) {
        const models::MetricField field = m_store.field(key);
        if (const QString words = noticeText(field.notice, m_times); !words.isEmpty())
            lines.append(u"%1: %2"_s.arg(field.title, words));
    }
    lines.append(tr("Arrows move the cursor, up and down go to events, Enter opens one in the timeline. + and - zoom, PgUp and "
                    "PgDown move through time. Shift with the arrows selects a part of it, which Enter keeps. Space shows the "
                    "values as a table."));
    if (const QString tip = lines.join(u'\n'); tip != toolTip())
        setToolTip(tip);
}

/// What a screen reader says of the graph.
void MetricPlot::tellReader()
{
    showTip();
    QStringList parts;
    const GraphPage &now = page();
    const QStringList keys = m_store.fields();
    if (now.count < now.all)
        parts.append(tr("%1 of %2 graphs in sight, the first is %3. F shows the next.")
                         .arg(now.count)
                         .arg(now.all)
                         .arg(fieldName(keys.value(now.first))));
    for (const QString &key : keys) {
        const models::MetricField field = m_store.field(key);
        if (const QString words = noticeText(field.notice, m_times); !words.isEmpty())
            parts.append(u"%1: %2"_s.arg(field.title, words));
    }
    if (const auto at = reading()) {
        parts.append(m_times.full({*at}));
        for (int i = 0, read = 0; i < m_store.count() && read < mostRead; ++i) {
            if (!m_store.at(i).shown)
                continue;
            ++read;
            const auto value = m_store.valueAt(i, *at);
            const QString name = m_store.markedName(i);
            parts.append(value ? tr("%1: %2 %3").arg(name, models::metricNumberText(*value), m_store.at(i).data.unit)
                               : tr("%1: no value").arg(name));
        }
    }
    if (brush())
        parts.append(
            tr("Selected: %1. Enter keeps it with its values, Esc selects nothing.").arg(m_canvas->pointers().brushName));
    for (int row = 0; row < m_marks.rowCount() && !mark().isEmpty(); ++row) {
        const QModelIndex each = m_marks.index(row, 0);
        if (each.data(metrics::EventIdRole).toString() == mark())
            parts.append(tr("%1, %2. Enter opens it in the timeline.")
                             .arg(each.data(metrics::RefRole).toString(), each.data(Qt::AccessibleTextRole).toString()));
    }
    const QString text = parts.join(u"; "_s);
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void MetricPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_canvas->setGeometry(rect().adjusted(frame, frame, -frame, -frame));
    m_canvas->showTheme();
}

void MetricPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.ink(hasFocus() ? Ink::Link : Ink::Base));
    painter.fillRect(rect().adjusted(frame, frame, -frame, -frame), m_theme.ink(Ink::Base));
}

} // namespace fireline::views
