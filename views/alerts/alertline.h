// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QAbstractButton>

#include <QStringList>

#include <optional>

namespace fireline::views {

/// One alert in more and in fewer words. A value.
struct AlertWords
{
    QStringList forms; ///< the longest first; never empty
    /// A part of the last form, which is cut where not even that one fits: when it is late stays, while the part still says anything.
    QString what; ///< may be empty

    bool operator==(const AlertWords &) const = default;
};

/// One line that can be pressed: a chip with a shape, and as many words as fit into its width. It asks for room by its words
/// alone, never by what it shows of them. Part of LatestAlert.
class AlertLine : public QAbstractButton
{
    Q_OBJECT
public:
    AlertLine(Theme &theme, QWidget *parent);

    /// No chip: plain, muted text. Its text() is the longest form.
    void setAlert(const AlertWords &words, std::optional<Chip> chip);
    /// What each form takes, the longest first.
    [[nodiscard]] QList<int> formWidths() const;
    /// What is painted now.
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Up and Down: the alert before, the alert after.
    void stepRequested(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int widthOf(const QString &form) const;

    Theme &m_theme;
    AlertWords m_words;
    std::optional<Chip> m_chip;
};

} // namespace fireline::views
