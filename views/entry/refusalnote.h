// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace fireline::views {

class Theme;

/// Why a line was not taken, with all of its lines, above the field: there it moves neither the field nor what stands below it,
/// and stays while the line is mended (ux 2.5). Out of sight where there is nothing to say. GUI thread; owned by QuickEntry.
class RefusalNote : public QFrame
{
    Q_OBJECT
public:
    explicit RefusalNote(Theme &theme, QWidget *parent = nullptr);

    void say(const QString &text);
    void close();
    /// As it was told; empty where there is none.
    [[nodiscard]] QString text() const;

private:
    void applyTheme();

    Theme &m_theme;
    QLabel *m_text;
};

} // namespace fireline::views
