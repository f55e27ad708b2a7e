// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace fireline::views {

/// What an alert and the next step get of a line, in pixels. A value.
struct LineShares
{
    int alert = 0;
    int next = 0;

    bool operator==(const LineShares &) const = default;
};

/// What there is to share. A value.
struct LineWishes
{
    int room = 0;        ///< for both, without the gap between them
    QList<int> forms{0}; ///< what the alert's forms need, the longest first
    int leastAlert = 0;
    int next = 0;      ///< all words of the next step; 0: nothing is next
    int keptNext = 0;  ///< of them, so much stays beside an alert that has more to say
    int leastNext = 0; ///< less of them says nothing
};

/// The longest form of the alert beside which the next step is whole; where none is short enough, the shortest form, cut as far as the
/// beginning of the next step needs; and the alert alone where that would be too little of it. Pure.
[[nodiscard]] LineShares shareLine(const LineWishes &wishes);

/// An alert and the next step side by side (ux 2.8): what is late and what is next both have to be read. The shares follow from
/// the width and the words alone; nothing that is laid out asks to be laid out anew. GUI thread; owned by its widget.
class SharedLine : public QLayout
{
    Q_OBJECT
public:
    explicit SharedLine(QWidget *parent);
    ~SharedLine() override;

    /// May be a widget that Shortens. It stands first.
    void setAlert(QWidget *alert);
    void setNext(QWidget *next);
    /// Widths of its words, in pixels, as in LineWishes.
    void setNextWidths(int all, int kept, int least);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] LineWishes wishes(int width) const;

    QLayoutItem *m_alert = nullptr;
    QLayoutItem *m_next = nullptr;
    int m_all = 0;
    int m_kept = 0;
    int m_least = 0;
};

} // namespace fireline::views
