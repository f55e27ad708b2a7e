// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/formspec.h"
#include "forms/keptform.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace fireline::views {

class Theme;

/// A form inside a panel, in place of a dialog: Enter (Ctrl+Return in a text of several lines) sends it, Esc puts it aside and
/// keeps what was typed for the next time. GUI thread; owned by its panel; the theme outlives it.
class InlineForm : public KeptForm
{
    Q_OBJECT
public:
    /// `name` begins the names of all objects: "decisionsForm".
    InlineForm(const QString &name, Theme &theme, QWidget *parent = nullptr);
    ~InlineForm() override;

    void open(const FormSpec &spec);
    /// As its button does.
    void submit();
    /// It was taken: what was typed is not needed any more.
    void finish();
    /// Asks for what was typed, which is judged before `ask` returns. It was taken unless refuse() was heard meanwhile.
    void send(const std::function<void()> &ask);
    /// It was not taken: says why and stays. Nothing happens where the form asks for nothing.
    void refuse(const QString &why);
    [[nodiscard]] bool isRefused() const { return m_asking == Asking::Refused; }
    /// What is said of the words while they are typed: right below them, where whoever types looks. Becomes the form's.
    void setRemarks(QWidget *remarks);
    /// The same before anything is asked for.
    void setProblem(const QString &text);
    /// What is being done about it: no fault.
    void setProgress(const QString &text);

    [[nodiscard]] QString id() const override { return isHidden() ? QString() : m_spec.id; }
    [[nodiscard]] QJsonObject values() const;
    [[nodiscard]] QWidget *input(const QString &key) const { return m_inputs.value(key); }
    /// What the words in it were written upon: that of a draft where they are one.
    [[nodiscard]] const QJsonObject &basis() const { return m_basis; }
    /// They are written upon something else now, where this stands before anybody types.
    void rebase(const QJsonObject &basis, const QJsonObject &initial);
    /// Text that waits under this id.
    [[nodiscard]] bool hasDraft(const QString &id) const { return m_drafts.contains(id); }
    void dropDraft(const QString &id) override;

    [[nodiscard]] QJsonObject kept() const override;
    void restore(const QJsonObject &kept) override;

signals:
    void submitted(const QString &id, const QJsonObject &values);
    /// Put aside or done: the focus goes back to where it was.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keep();
    [[nodiscard]] bool isTouched() const;
    void clear();
    void addInput(const FormInput &input, int row);
    QWidget *makeInput(const FormInput &input);
    void setValue(const FormInput &input, const QJsonValue &value);
    void putAside();
    void colourWords();
    void showTheme();

    QString m_name;
    Theme &m_theme;
    FormSpec m_spec;
    QHash<QString, QWidget *> m_inputs;
    QJsonObject m_initial; ///< what stood there before anybody typed
    QJsonObject m_basis;
    struct Draft
    {
        QString title;
        QJsonObject values;
        QString mark;
        QJsonObject basis;
    };
    QHash<QString, Draft> m_drafts;
    enum class Asking { Not, Asked, Refused };
    Asking m_asking = Asking::Not;
    QLabel *m_title;
    QWidget *m_body = nullptr;
    QGridLayout *m_grid = nullptr;
    QLabel *m_problem;
    bool m_progress = false; ///< what it says is no fault
    QPushButton *m_submit;
    QPushButton *m_aside;
};

} // namespace fireline::views
