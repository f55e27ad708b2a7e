// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "forms/keptform.h"
#include "start/severitychoices.h"

#include <QJsonObject>
#include <QList>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace fireline::models {
class WorkQuestions;
}

namespace fireline::views {

class AskedFields;
class SaidBy;
class Theme;

/// A short form inside the panel: Enter gives what it says, Esc leaves it and keeps what was typed. While somebody types it
/// tells what the process thinks of it. GUI thread; made by the orders' panel.
class WorkForm : public KeptForm
{
    Q_OBJECT
public:
    WorkForm(const QString &name, const QString &title, const models::WorkQuestions &ask, Theme &theme,
             QWidget *parent = nullptr);
    ~WorkForm() override;
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QJsonObject kept() const override;
    void restore(const QJsonObject &kept) override;
    void dropDraft(const QString &id) override;
    void setVisible(bool visible) override;
    /// Comes into sight with the keyboard in its first field.
    void begin();
    /// Whether anything stands in its first line, without which nothing is asked of anybody.
    [[nodiscard]] bool hasText() const { return !said().isEmpty(); }

    /// What was sent was not taken: says why, and stays with its words. Nothing happens where nothing is being sent.
    void refuse(const QString &why);

signals:
    /// Judged before this returns; it was taken unless refuse() was heard meanwhile.
    void sent(const fireline::domain::Command &command);
    /// Out of sight, sent or not.
    void left();

protected:
    [[nodiscard]] virtual domain::Command command() const = 0;
    /// Whether enough is typed to ask the process; else a sentence says what is missing.
    [[nodiscard]] virtual QString missing() const = 0;
    /// All but the first line.
    virtual void clear() { }
    /// After each key, before the process is asked.
    virtual void adapt() { }
    /// What the form is about, open or not.
    [[nodiscard]] virtual QString subject() const { return objectName(); }

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    /// The first one says what it is about.
    QLineEdit *addLine(const QString &name, const QString &label, const QString &help);
    /// The words of that first line, without blanks around them.
    [[nodiscard]] QString said() const;
    /// The last one: whose word it is.
    SaidBy *addSaidBy(const QString &name);
    void addField(QWidget *field);
    void addPair(QWidget *first, QWidget *second);
    QLineEdit *makeLine(const QString &name, const QString &label, const QString &help);
    QComboBox *makeChoice(const QString &name, const QString &label, const QString &help);
    QCheckBox *addCheck(const QString &name, const QString &label, const QString &help);
    void complete(QLineEdit *line, const QStringList &words);
    /// The fields that the process's own form wants with this.
    void askFields();
    [[nodiscard]] QJsonObject fieldValues() const;
    void clearFields();
    void watch(QWidget *editor);
    void changed();
    [[nodiscard]] const models::WorkQuestions &questions() const { return m_ask; }
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QJsonObject values() const;
    void setValues(const QJsonObject &values);
    void buildButtons(const QString &name);
    void restyle();
    void send();
    void leave();
    void tell(const QString &text, bool refused);

    const models::WorkQuestions &m_ask;
    Theme &m_theme;
    QLabel *m_title;
    QFormLayout *m_form;
    QVBoxLayout *m_column;
    AskedFields *m_asked = nullptr;
    QList<models::AskedField> m_wanted;
    QList<QWidget *> m_editors;
    QJsonObject m_empty;            ///< what stands there before anybody typed
    QJsonObject m_earlierFields;    ///< of the process's form, typed in an earlier window
    QLineEdit *m_subject = nullptr; ///< the first line
    QLabel *m_message;
    QPushButton *m_send = nullptr;
    QPushButton *m_close = nullptr;
    QWidget *m_first = nullptr;
    QWidget *m_last = nullptr; ///< of the tab order so far
    bool m_sending = false;
    QString m_refusal; ///< of what is being sent
};

} // namespace fireline::views
