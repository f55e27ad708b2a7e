// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/logpanel.h"

#include "actions/actionregistry.h"
#include "actions/readscontrol.h"
#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "forms/rowtable.h"
#include "log/logroles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace log = models::log;

namespace {

constexpr std::chrono::seconds againAfter{3};

/// Times as the window shows them; numbers and hashes in the letters of ids.
class LogDelegate : public QStyledItemDelegate
{
public:
    LogDelegate(Theme &theme, TimeDisplay &times, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme), m_times(times)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int column = index.column();
        const bool isTime = column == log::Occurred || column == log::Recorded;
        const QVariant time = isTime ? index.data(column == log::Occurred ? log::OccurredRole : log::RecordedRole) : QVariant();
        if (time.isValid())
            option->text = column == log::Recorded ? m_times.full(domain::Instant{time.toLongLong()})
                                                   : m_times.time(domain::Instant{time.toLongLong()});
        option->font = column == log::Hash || column == log::Type ? m_theme.idFont() : m_theme.textFont();
        option->textElideMode = Qt::ElideRight;
    }

private:
    Theme &m_theme;
    TimeDisplay &m_times;
};

} // namespace

LogPanel::LogPanel(QAbstractItemModel &model, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
    , m_times(times)
    , m_state(new QLabel(this))
    , m_verify(button(u"logVerify"_s, tr("Verify now"), this))
    , m_export(button(u"logExport"_s, tr("Export the log…"), tr("Writes every event with its hashes into a file."), this))
    , m_table(new QTableView(this))
    , m_details(new QPlainTextEdit(this))
    , m_again(new QTimer(this))
{
    setObjectName(u"logPanel"_s);
    buildHead();
    buildTable();
    buildDetails();
    connect(m_verify, &QPushButton::clicked, this, &LogPanel::verifyRequested);
    connect(m_export, &QPushButton::clicked, this, &LogPanel::exportRequested);
    m_again->setSingleShot(true);
    m_again->setInterval(againAfter);
    connect(m_again, &QTimer::timeout, this, [this] {
        if (isVisible() && grownBy() > 0)
            emit verifyRequested();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &LogPanel::follow);
    connect(&theme, &Theme::changed, this, &LogPanel::showTheme);
    connect(&times, &TimeDisplay::changed, this, &LogPanel::showTheme);
    showTheme();
    showVerification();
    showDetails();
}

void LogPanel::buildHead()
{
    for (QPushButton *each : {m_verify, m_export})
        markReading(*each);
    m_state->setObjectName(u"logState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(line);
    flow->addWidget(m_verify);
    flow->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(m_state);
    column->addWidget(m_table, 3);
    column->addWidget(m_details, 2);
}

void LogPanel::buildTable()
{
    m_table->setObjectName(u"logTable"_s);
    m_table->setAccessibleName(tr("Every event of the record"));
    m_table->setToolTip(tr("Every event as it is stored, in the order it was recorded. Ctrl+C copies the whole hash."));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new LogDelegate(m_theme, m_times, this));
    readByRows(*m_table);
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the log"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &LogPanel::showDetails);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LogPanel::showDetails);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (current().isValid() && current().row() >= first.row() && current().row() <= last.row())
            showDetails();
    });
}

void LogPanel::buildDetails()
{
    m_details->setObjectName(u"logDetails"_s);
    m_details->setAccessibleName(tr("All that the selected event holds"));
    m_details->setToolTip(tr("All that the selected event holds."));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    markReading(*m_details);
}

QWidget *LogPanel::firstFocus() const
{
    return m_table;
}

void LogPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    actions.add(
        reading({u"log.verify"_s, tr("Verify the record now"),
                 tr("Computes every hash anew, and says whether every event is as it was recorded."), u"file"_s, u"ok"_s}),
        [this] { emit verifyRequested(); });
    actions.add(reading({u"file.exportLog"_s, tr("Export the log of events…"),
                         tr("Writes every event with its hashes into a file, for auditors."), u"file"_s, u"export"_s}),
                [this] { emit exportRequested(); });
    actions.add(
        reading({u"log.copyHash"_s,
                 tr("Copy the hash of the event"),
                 tr("Copies all 64 digits of the selected event of the log."),
                 u"view"_s,
                 u"copy"_s,
                 {QKeySequence(u"Ctrl+C"_s)},
                 m_table}),
        [this] { copyHash(); }, [this] { return rowWhyNot(); });
}

void LogPanel::showTheme()
{
    const QFontMetrics text(m_theme.textFont());
    const QFontMetrics ids(m_theme.idFont());
    const int gap = m_theme.scaled(12);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    m_table->setColumnWidth(log::Number, text.horizontalAdvance(u"00000"_s) + gap);
    m_table->setColumnWidth(log::Type, ids.horizontalAdvance(u"handover.accepted"_s) + gap);
    m_table->setColumnWidth(log::Author, text.horizontalAdvance(u"Somebody xx"_s) + gap);
    m_table->setColumnWidth(log::Occurred, text.horizontalAdvance(m_times.time(domain::Instant{})) + 2 * gap);
    m_table->setColumnWidth(log::Recorded, text.horizontalAdvance(m_times.full(domain::Instant{})) + gap);
    m_table->setColumnWidth(log::Hash, ids.horizontalAdvance(u"000000000000"_s) + gap);
    m_details->setFont(m_theme.idFont());
    // Where the panel has little room it scrolls, and neither part vanishes.
    m_table->setMinimumHeight(m_theme.rowHeight() * 4);
    m_details->setMinimumHeight(ids.lineSpacing() * 4);
    m_state->setMargin(m_theme.scaled(4));
    showVerification();
    showDetails();
    m_table->viewport()->update();
}

void LogPanel::setVerification(const LogVerification &verification)
{
    m_verification = verification;
    follow();
}

int LogPanel::grownBy() const
{
    const bool good = m_verification.state == LogVerification::State::Good;
    return good ? std::max(0, m_model.rowCount() - int(m_verification.events)) : 0;
}

// What stands there is of now: not each event by itself, and nothing while nobody looks.
void LogPanel::follow()
{
    showVerification();
    if (grownBy() > 0 && isVisible() && !m_again->isActive())
        m_again->start();
}

void LogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void LogPanel::showVerification()
{
    using State = LogVerification::State;
    const QString at = m_verification.at.isSet() ? m_times.full(m_verification.at) : QString();
    switch (m_verification.state) {
    case State::Never: m_state->setText(tr("The record was not verified yet.")); break;
    case State::Running: m_state->setText(tr("The record is being verified.")); break;
    case State::Good:
        m_state->setText(
            tr("✓ Verified at %1: %n events, each as it was recorded.", nullptr, int(m_verification.events)).arg(at)
            + (grownBy() > 0 ? u' ' + tr("%n came since; they are verified in a moment.", nullptr, grownBy()) : QString()));
        break;
    case State::Bad: m_state->setText(tr("▲ Verified at %1: %2").arg(at, m_verification.text)); break;
    case State::Failed: m_state->setText(tr("▲ It could not be verified at %1: %2").arg(at, m_verification.text)); break;
    }
    m_state->setAccessibleName(m_state->text());
    m_state->setToolTip(m_state->text());
    const bool runs = m_verification.state == State::Running;
    m_verify->setEnabled(!runs);
    m_verify->setToolTip(runs ? tr("The record is being verified.")
                              : tr("Computes every hash anew, and says whether every event is as it was recorded."));
}

QModelIndex LogPanel::current() const
{
    return m_table->currentIndex();
}

QString LogPanel::rowWhyNot() const
{
    return current().data(log::ReadRole).toBool() ? QString() : tr("Select an event of the log first.");
}

void LogPanel::showDetails()
{
    const QModelIndex row = current();
    if (m_actions)
        m_actions->refreshLater();
    if (!row.data(log::ReadRole).toBool()) {
        m_details->setPlainText(row.isValid() ? tr("This event is being read.")
                                              : tr("Select an event to see all that it holds."));
        return;
    }
    const auto text = [&](int role) { return row.data(role).toString(); };
    const auto time = [&](int role) { return m_times.full(domain::Instant{row.data(role).toLongLong()}); };
    m_details->setPlainText(QStringList{tr("Event: %1").arg(text(log::IdRole)), tr("Happened: %1").arg(time(log::OccurredRole)),
                                        tr("Recorded: %1").arg(time(log::RecordedRole)),
                                        tr("Console: %1, its number %2").arg(text(log::DeviceRole), text(log::DeviceNumberRole)),
                                        tr("SHA-256: %1").arg(text(log::HashRole)),
                                        tr("Of its author's event before: %1").arg(text(log::BeforeRole)), QString(),
                                        text(log::PayloadRole)}
                                .join(u'\n'));
}

void LogPanel::copyHash()
{
    QGuiApplication::clipboard()->setText(current().data(log::HashRole).toString());
}

} // namespace fireline::views
