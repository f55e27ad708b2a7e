// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace fireline::models {
class ReviewModel;
} // namespace fireline::models

namespace fireline::views {

class ActionRegistry;
class InlineForm;
class Theme;
class TimeDisplay;

/// Says that the section which is being written was changed by somebody else, and lets the writer choose whose words stay; until
/// then it cannot be kept. Both texts are at hand: those of the other in the record, those of the writer in the field, or kept
/// with the form once they gave way. Takes the keyboard from nobody. GUI thread; owned by the editor; all it is given outlives it.
class SectionChange : public QWidget
{
    Q_OBJECT
public:
    SectionChange(models::ReviewModel &model, InlineForm &form, Theme &theme, TimeDisplay &times, QWidget *parent);

    /// Their keys work in `scope`.
    void addActions(ActionRegistry &actions, QWidget &scope);
    /// The form is open for this section; empty: for none.
    void follow(const QString &section);
    /// The record or the text may be another.
    void look();
    /// Why the section cannot be kept yet; empty: it can.
    [[nodiscard]] QString whyNotKept() const;
    /// Two texts are there to be compared.
    [[nodiscard]] bool isDivided() const { return m_state != State::None; }
    [[nodiscard]] QString differenceHtml() const;
    /// Whether the difference is in sight.
    void setShown(bool shown);

signals:
    void differenceRequested();
    /// It was chosen: the keyboard belongs to the text.
    void chosen();

private:
    enum class State {
        None,
        Divided, ///< the record has other words than those that the writer began with
        Aside,   ///< the other's words stand in the text, the writer's are kept
    };

    [[nodiscard]] State stateNow() const;
    [[nodiscard]] QString whoAndWhen() const;
    [[nodiscard]] QString whyNot(State needed) const;
    [[nodiscard]] QPlainTextEdit *text() const;
    [[nodiscard]] QString aside() const;
    void take();
    void keep();
    void bringBack();
    void goOnFrom(const QString &theirs, const QString &aside);
    void replaceText(const QString &words);
    void showTips();
    void showTheme();

    models::ReviewModel &m_model;
    InlineForm &m_form;
    Theme &m_theme;
    TimeDisplay &m_times;
    QPointer<ActionRegistry> m_actions;
    QString m_section;
    State m_state = State::None;
    QLabel *m_text;
    QPushButton *m_difference;
    QPushButton *m_take;
    QPushButton *m_keep;
    QPushButton *m_back;
};

} // namespace fireline::views
