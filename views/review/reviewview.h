// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesview.h"

namespace fireline::views {

/// The list of a review: what it is about stays in sight when a form opens below. GUI thread; owned by its panel.
class ReviewView : public LinesView
{
    Q_OBJECT
public:
    explicit ReviewView(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace fireline::views
