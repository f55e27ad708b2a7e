// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace fireline::views {

class Theme;

/// The line under the quick entry: what Enter will do, or why it does not. Always two lines high, so that nothing moves while
/// one types; what is longer ends in "…" and is whole in the tooltip. A refusal that does not fit stands above the field instead
/// (RefusalNote). GUI thread; owned by QuickEntry.
class PreviewLine : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Hint, Fine, Doubt, Problem };

    explicit PreviewLine(Theme &theme, QWidget *parent = nullptr);

    void say(Tone tone, const QString &text);
    /// Whether all of such a text would be in sight.
    [[nodiscard]] bool fits(Tone tone, const QString &text) const;
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    Theme &m_theme;
    Tone m_tone = Tone::Hint;
    QString m_text;
};

} // namespace fireline::views
