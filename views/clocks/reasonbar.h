// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace fireline::views {

class Theme;

/// A line under a list that asks for a reason, and for minutes where they matter, before something is done. Esc closes it and
/// keeps what was typed for the next time. GUI thread; owned by its panel; the theme outlives it.
class ReasonBar : public QWidget
{
    Q_OBJECT
public:
    /// `name` begins the object names of its parts.
    ReasonBar(const QString &name, Theme &theme, QWidget *parent = nullptr);

    /// One question. A value.
    struct Question
    {
        QString id;     ///< what it is about: what was typed is kept under it, and it comes back with the answer
        QString text;   ///< translated: what is asked
        QString answer; ///< translated: what the button says
        bool needsReason = true;
        bool minutes = false;
        QWidget *back = nullptr; ///< where the keyboard goes afterwards
    };
    void ask(const Question &question);
    [[nodiscard]] QString askedAbout() const { return isHidden() ? QString() : m_question.id; }

signals:
    void answered(const QString &id, const QString &reason, int minutes);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void close();
    void showTheme();
    void showState();

    Theme &m_theme;
    Question m_question;
    QHash<QString, QString> m_drafts;
    QLabel *m_text;
    QLineEdit *m_reason;
    QSpinBox *m_minutes;
    QPushButton *m_answer;
};

} // namespace fireline::views
