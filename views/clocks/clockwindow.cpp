// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockwindow.h"

#include "clocks/clocksroles.h"
#include "clocks/clocktext.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QCloseEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace clocks = models::clocks;

ClockWindow::ClockWindow(QAbstractItemModel *model, const QString &clock, Theme &theme, TimeDisplay &times)
    : QWidget(nullptr, Qt::Window | Qt::WindowStaysOnTopHint)
    , m_model(model)
    , m_clock(clock)
    , m_theme(theme)
    , m_times(times)
    , m_title(new QLabel(this))
    , m_time(new QLabel(this))
    , m_source(new QLabel(this))
{
    setObjectName(u"clockWindow"_s);
    setAttribute(Qt::WA_QuitOnClose, false);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    for (QLabel *label : {m_title, m_time, m_source}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    m_title->setWordWrap(true);
    m_time->setObjectName(u"clockWindowTime"_s);
    m_time->setAutoFillBackground(true);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &ClockWindow::showClock);
    connect(model, &QAbstractItemModel::modelReset, this, &ClockWindow::showClock);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (!m_row.isValid() || (first.row() <= m_row.row() && m_row.row() <= last.row()))
            showClock();
    });
    connect(&theme, &Theme::changed, this, &ClockWindow::showTheme);
    connect(&times, &TimeDisplay::changed, this, &ClockWindow::showClock);
    showClock();
    showTheme();
}

QString ClockWindow::shownTime() const
{
    return m_time->text();
}

void ClockWindow::find()
{
    if (m_row.isValid() && m_row.data(clocks::IdRole) == m_clock)
        return;
    m_row = QPersistentModelIndex();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data(clocks::IdRole) == m_clock)
            m_row = m_model->index(row, 0);
    }
}

void ClockWindow::showClock()
{
    find();
    if (!m_row.isValid()) {
        // The last name stays: it may begin again.
        m_time->setText(tr("✓ runs no more"));
        m_source->clear();
    } else {
        const QString title = m_row.data().toString();
        m_title->setText(title);
        m_time->setText(clockTime(m_row));
        m_source->setText(clockSource(m_row, m_times));
        setWindowTitle(tr("%1 – Fireline", "title of a clock's own window").arg(title));
    }
    const std::optional<Chip> chip = m_row.isValid() ? clockChip(m_row) : std::nullopt;
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::Window, chip ? m_theme.chip(*chip).background : m_theme.ink(Ink::Window));
    palette.setColor(QPalette::WindowText, chip ? m_theme.chip(*chip).text : m_theme.ink(Ink::Text));
    m_time->setPalette(palette);
    const QString spoken = m_row.isValid() ? m_row.data(Qt::AccessibleTextRole).toString() : m_time->text();
    setAccessibleName(spoken);
    setToolTip(tr("Esc puts the clock back into the list."));
}

void ClockWindow::showTheme()
{
    QFont large = m_theme.clockFont();
    large.setPointSizeF(large.pointSizeF() * 3);
    m_time->setFont(large);
    m_title->setFont(m_theme.textFont());
    m_source->setFont(m_theme.captionFont());
    // Wide enough for what it may come to say, so that nothing moves when it does.
    m_time->setMinimumWidth(QFontMetrics(large).horizontalAdvance(tr("▲ late %1").arg(u"00:00:00"_s)));
    setPalette(m_theme.palette());
    showClock();
}

void ClockWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    emit closed(m_clock);
}

void ClockWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace fireline::views
