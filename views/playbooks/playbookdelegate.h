// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace fireline::views {

class MarkdownText;
class Theme;
class TimeDisplay;

/// Draws the pieces of an open playbook: headings, Markdown, steps with their box and who ticked them, commands, what was kept.
/// GUI thread; made by the panel; theme and times outlive it.
class PlaybookDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    PlaybookDelegate(Theme &theme, TimeDisplay &times, QObject *parent);
    ~PlaybookDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    /// Its box was clicked.
    void toggled(const QModelIndex &index);

private:
    /// What stands below the text of a row.
    struct Note
    {
        QString text;
        Ink ink = Ink::Muted;
    };
    [[nodiscard]] MarkdownText *documentOf(const QModelIndex &index, int width) const;
    [[nodiscard]] QList<Note> notesOf(const QModelIndex &index) const;
    [[nodiscard]] QFont fontOf(const QModelIndex &index) const;
    [[nodiscard]] Ink inkOf(const QModelIndex &index) const;
    [[nodiscard]] int indentOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int textWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int notesHeight(const QModelIndex &index, int width) const;
    [[nodiscard]] QRect boxRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, const QRect &room, const QModelIndex &index, bool selected) const;

    Theme &m_theme;
    TimeDisplay &m_times;
    mutable QCache<QString, MarkdownText> m_documents; ///< by text, font and width
};

} // namespace fireline::views
