// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace fireline::views {

/// What is proposed, in as many lines as it is given room for: it makes do with one, so that a low panel keeps
/// its graph. What has no room is in the tip, and for readers. A label that wraps by itself would not do: what scrolls around it
/// asks for the height at a width, and then gives everything the height that it would like, however low the panel is. GUI thread.
class ProposalText : public QLabel
{
    Q_OBJECT
public:
    explicit ProposalText(QWidget *parent);

    void tell(const QString &text);
    /// That all of it wants.
    [[nodiscard]] int heightIn(int width) const;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// All of it wants another height now.
    void fontChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QList<int> linesIn(int width) const;
    [[nodiscard]] QString firstLines(int most) const;
    void fill();

    QString m_whole;
};

} // namespace fireline::views
