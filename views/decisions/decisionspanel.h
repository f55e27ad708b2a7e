// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace fireline::models {
class DecisionsModel;
}

namespace fireline::views {

class ActionRegistry;
class DetailsBrowser;
class InlineForm;
struct FormInput;
struct FormSpec;
class LinesView;
class Theme;
class TimeDisplay;

/// Hypotheses with their test and evidence, decisions with objections and the time to look at them again, mitigations and the
/// ways to mitigate; whether the cause may be told. Its window title is that of the panel and tells what is late. GUI thread;
/// made by the composition; model, theme and times outlive it.
class DecisionsPanel : public QWidget
{
    Q_OBJECT
public:
    DecisionsPanel(models::DecisionsModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

    void newHypothesis();
    void newDecision();
    /// Makes this hypothesis, decision or mitigation the current row; false where there is none.
    bool showItem(const QString &ref);

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// The timeline is to show this row.
    void eventRequested(const QString &eventId);
    /// The panel is needed in sight: a form was opened in it.
    void showRequested();

private:
    void buildUi();
    void buildList();
    void showTheme();
    void showState();
    void showCause();
    void showDetails();
    void toggleDetails();
    void showMenu(const QPoint &at);
    void addNewActions(ActionRegistry &actions);
    void addRowActions(ActionRegistry &actions);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] int currentKind() const;
    [[nodiscard]] QString overWhyNot() const;
    [[nodiscard]] QString hypothesisWhyNot(domain::Verb verb) const;
    [[nodiscard]] QString mitigationWhyNot() const;
    [[nodiscard]] QString rowWhyNot() const;

    void test();
    void confirm(bool linking);
    void ruleOut();
    void applyOption();
    void judge();
    void pin();
    void correct();
    void copy();
    void open(const QModelIndex &index);

    void openForm(const FormSpec &spec);
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);
    [[nodiscard]] FormInput whoInput(const QString &label, const QString &likely = {}) const;
    [[nodiscard]] FormInput evidenceInput() const;
    [[nodiscard]] domain::Command commandOf(const QString &id, const QJsonObject &values) const;
    [[nodiscard]] QJsonObject mitigationArgs(const QString &option, const QJsonObject &values) const;
    [[nodiscard]] domain::Command plain(domain::Verb verb, const QJsonObject &args, const QString &by = {}) const;

    models::DecisionsModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_cause = nullptr;
    LinesView *m_view = nullptr;
    QPushButton *m_newHypothesis = nullptr;
    QPushButton *m_newDecision = nullptr;
    DetailsBrowser *m_details = nullptr;
    InlineForm *m_form = nullptr;
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on the selected row
};

} // namespace fireline::views
