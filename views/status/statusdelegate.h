// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;
class TimeDisplay;

/// What one row says: a title with a line below it, and at its end a chip. A value.
struct StatusRow
{
    QString title;
    QString line;
    QString icon;
    QString chip; ///< empty: none
    Chip kind = Chip::Info;
    bool large = false; ///< the chip is a clock that is seen from afar
};

/// Rows of two lines with a chip, or of one where the panel is low. GUI thread; owned by its view's panel.
class StatusRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    StatusRowDelegate(Theme &theme, TimeDisplay &times, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The words of a row; for tests of what is shown.
    [[nodiscard]] virtual StatusRow row(const QModelIndex &index) const = 0;
    /// The line stands behind the title then. The view has to lay its rows out again.
    void setOneLine(bool oneLine) { m_oneLine = oneLine; }

protected:
    Theme &m_theme;
    TimeDisplay &m_times;

private:
    [[nodiscard]] QFont chipFont(const StatusRow &row) const;
    void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const StatusRow &row) const;

    bool m_oneLine = false;
};

/// An audience and the clock of the next word to it.
class AudienceDelegate : public StatusRowDelegate
{
    Q_OBJECT
public:
    using StatusRowDelegate::StatusRowDelegate;
    [[nodiscard]] StatusRow row(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString lineOf(const QModelIndex &index) const;
};

/// An update that is not out yet, or that was sent.
class UpdateDelegate : public StatusRowDelegate
{
    Q_OBJECT
public:
    using StatusRowDelegate::StatusRowDelegate;
    [[nodiscard]] StatusRow row(const QModelIndex &index) const override;
};

/// The state of an update in words, and the chip that says the same.
[[nodiscard]] QString stateWord(int state);
[[nodiscard]] Chip stateChip(int state);

} // namespace fireline::views
