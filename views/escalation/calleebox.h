// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantList>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace fireline::views {

class Theme;

/// Whom a step calls: who they are now, how they are reached, and a button to copy each of it. GUI thread; owned by the panel;
/// the theme outlives it.
class CalleeBox : public QWidget
{
    Q_OBJECT
public:
    explicit CalleeBox(Theme &theme, QWidget *parent = nullptr);

    /// As CalleesRole has them; `text` is what to tell them.
    void setCallees(const QVariantList &callees, const QString &text);
    void copyText() const;

signals:
    /// Translated: what is in the clipboard now.
    void copied(const QString &what) const;
    /// The person's own numbers are wanted.
    void numbersRequested();

private:
    void build();
    [[nodiscard]] static QString waysText(const QVariantMap &callee);
    void buildButtons(QVBoxLayout *column);
    void addCallee(const QVariantMap &callee);
    void addCopy(const QString &what, const QString &value, const QString &whose);
    void copy(const QString &value) const;

    Theme &m_theme;
    QVariantList m_callees;
    QString m_text;
    QWidget *m_rows = nullptr;
    QLabel *m_said;
    QPushButton *m_copyText;
};

} // namespace fireline::views
