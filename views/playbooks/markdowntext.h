// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>

namespace fireline::views {

/// A text that somebody put into a folder, laid out to be read: Markdown without HTML, and nothing is fetched for it, neither from
/// a network nor from a file. GUI thread; owned by who shows it.
class MarkdownText : public QTextDocument
{
    Q_OBJECT
public:
    explicit MarkdownText(QObject *parent = nullptr);

    void setText(const QString &text, bool plain);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

/// The text with what makes a layout endless taken out: quotes and lists within each other beyond six, tables beyond 40
/// columns, lines beyond 4,000 characters; a picture is its words. Pure.
[[nodiscard]] QString tamedMarkdown(const QString &text);

} // namespace fireline::views
