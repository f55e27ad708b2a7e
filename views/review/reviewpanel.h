// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace fireline::models {
class ReviewModel;
} // namespace fireline::models

namespace fireline::views {

class ActionRegistry;
class InlineForm;
class ReviewTimelineBox;
class ReviewView;
class SectionEditor;
struct FormSpec;
class Theme;
class TimeDisplay;
struct WritingTools;

/// What is learned from the incident: the sections of the process's review, each with a page of its own to write on, whys,
/// factors, action items, what is still missing, deadlines, and the timeline as the record has it. Its window title is that of
/// the panel. GUI thread; made by the composition; model, theme, times and tools outlive it.
class ReviewPanel : public QWidget
{
    Q_OBJECT
public:
    ReviewPanel(models::ReviewModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    /// What a section is written with.
    void setTools(const WritingTools &tools);
    void showAgain(); ///< the tools would show something else now
    [[nodiscard]] QWidget *firstFocus() const;
    /// Selects that action item ("I1") and asks to be shown; false where there is none.
    bool showItem(const QString &ref);
    /// The same for a section; an empty name is the review as a whole.
    void showSection(const QString &review, const QString &name);

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// The timeline is to show this row.
    void eventRequested(const QString &eventId);
    /// This review is wanted as a document.
    void exportRequested(const QString &review);
    /// The panel is needed in sight: a form was opened in it.
    void showRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildUi();
    void buildHead();
    QWidget *buildButtons();
    void buildList();
    void connectModel();
    void showTheme();
    void showState();
    void showRemarks();
    void fillReviews();
    void showMenu(const QPoint &at);
    void addReviewActions(ActionRegistry &actions);
    void addRowActions(ActionRegistry &actions);
    void addTimelineActions(ActionRegistry &actions);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QString timelineRef() const;
    void open(const QModelIndex &index);
    void edit(const QModelIndex &index);
    void correct(const QModelIndex &index);
    void writeSection(const QModelIndex &index);
    void answerField(const QModelIndex &index);
    void confirmNeed(const QModelIndex &index);
    void addWhy(const QString &to = {});
    void addWhyBeside();
    void addFactor();
    void openItem(const QString &id, const QString &text, const QString &followUp = {}, const QString &tag = {});
    void finishItem();
    void remove();
    void schedule();
    void hold();
    void close();
    void exportIt();
    void openForm(const FormSpec &spec);
    void giveRoom(bool writing);
    void closeForm();
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);

    models::ReviewModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QComboBox *m_reviews = nullptr;
    QLabel *m_stage = nullptr;
    QWidget *m_invitation = nullptr; ///< what stands there before anything is written
    QLabel *m_empty = nullptr;
    QPushButton *m_begin = nullptr;
    QList<QPushButton *> m_buttons;
    ReviewView *m_view = nullptr;
    ReviewTimelineBox *m_timeline = nullptr;
    InlineForm *m_form = nullptr;
    SectionEditor *m_editor = nullptr;
    QList<QWidget *> m_others; ///< what gives its room to a section that is written
    QLabel *m_remarks = nullptr;
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on the selected row
};

} // namespace fireline::views
