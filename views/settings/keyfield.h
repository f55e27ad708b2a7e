// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace fireline::views {

/// Shows the key that is pressed in it, at once. Tab and Escape keep their meaning. GUI thread.
class KeyField : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);

    [[nodiscard]] QKeySequence key() const { return m_key; }
    void reset();

signals:
    void keyChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QKeySequence m_key;
};

} // namespace fireline::views
