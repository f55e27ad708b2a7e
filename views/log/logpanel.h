// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QModelIndex;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTimer;

namespace fireline::views {

class ActionRegistry;
class Theme;
class TimeDisplay;

/// What became of verifying the record. A value.
struct LogVerification
{
    enum class State { Never, Running, Good, Bad, Failed };
    State state = State::Never;
    domain::Instant at;
    qint64 events = 0;
    QString text; ///< what does not match, or why it could not be verified
};

/// The raw events of the record for auditors: in recorded order, as they are stored, with their hashes; whether they are what
/// was written; and a way to take them elsewhere. It changes nothing. GUI thread; made by the composition; model, theme and
/// times outlive it.
class LogPanel : public QWidget
{
    Q_OBJECT
public:
    LogPanel(QAbstractItemModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;
    /// Where the record grows afterwards, and somebody looks, it is asked for anew a moment later.
    void setVerification(const LogVerification &verification);

signals:
    void verifyRequested();
    /// The audit log is wanted as a file.
    void exportRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildHead();
    void buildTable();
    void buildDetails();
    void showTheme();
    void showVerification();
    void follow();
    [[nodiscard]] int grownBy() const; ///< events that were not verified
    void showDetails();
    void copyHash();
    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QString rowWhyNot() const;

    QAbstractItemModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    LogVerification m_verification;
    QLabel *m_state;
    QPushButton *m_verify;
    QPushButton *m_export;
    QTableView *m_table;
    QPlainTextEdit *m_details;
    QTimer *m_again;
    ActionRegistry *m_actions = nullptr;
};

} // namespace fireline::views
