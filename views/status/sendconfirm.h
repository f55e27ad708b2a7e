// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace fireline::views {

class Theme;

/// Asks once more, in place, before a text goes outside: what is read there cannot be taken back. Hidden while nothing is asked;
/// asks no more once the keyboard leaves the panel. GUI thread; owned by the status panel; the theme outlives it.
class SendConfirm : public QWidget
{
    Q_OBJECT
public:
    SendConfirm(Theme &theme, QWidget *panel);
    ~SendConfirm() override;

    /// Whether the text with this hash is to go to `name`.
    void ask(const QString &name, const QString &hash);
    [[nodiscard]] bool asks() const { return !isHidden(); }
    [[nodiscard]] bool asksFor(const QString &hash) const { return asks() && m_hash == hash; }
    /// Asks no more; whether the keyboard was in it.
    bool close();

signals:
    void confirmed();
    void putOff();

private:
    void followKeyboard(const QWidget *now);

    QWidget *m_panel;
    QLabel *m_text;
    QString m_hash;
};

} // namespace fireline::views
