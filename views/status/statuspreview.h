// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QMenu;
class QTextBrowser;
class QToolButton;

namespace fireline::views {

class Theme;

/// In what form words are put on the clipboard.
enum class CopyAs { Everything, Plain, Markdown, Html, Slack };

/// Puts the words of an update on the clipboard, for whoever pastes it: as plain text, Markdown and HTML at once, or as one
/// of them that is meant.
void copyMessage(const QString &text, CopyAs form);

/// What readers will see, in the form of a status page, a Slack message or an e-mail. GUI thread; owned by its parent.
class StatusPreview : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPreview(Theme &theme, QWidget *parent = nullptr);

    void show(const QString &audience, const QString &state, const QString &text);
    /// A copy is how it reaches its readers: none while it has to stay inside. Empty: it may be copied.
    void setKeptInside(const QString &why);
    [[nodiscard]] QMenu *copyMenu() const { return m_copyMenu; }

private:
    void render();
    void addCopy(const QString &name, const QString &help, CopyAs form);

    Theme &m_theme;
    QComboBox *m_form;
    QToolButton *m_copy;
    QMenu *m_copyMenu;
    QTextBrowser *m_view;
    QString m_audience;
    QString m_state;
    QString m_text;
};

} // namespace fireline::views
