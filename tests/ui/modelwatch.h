// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

class QAbstractItemModel;
class QWidget;

namespace fireline::test {

/// Counts what the models of a window's lists and tables do: how often one starts anew, and how many rows are said to change.
/// What a window does for one entry must not grow with the record, and this is where it would (ux 5.2, item 12; how long it
/// takes is measured by the benchmark). Every view of the window is watched, whichever panel it is in. GUI thread.
class ModelWatch : public QObject
{
    Q_OBJECT
public:
    explicit ModelWatch(QWidget *window);

    /// Forgets what was counted.
    void start();
    /// Resets and new layouts of long models, each by its name.
    [[nodiscard]] const QStringList &renewals() const { return m_renewals; }
    [[nodiscard]] qint64 rowsTouched() const { return m_rowsTouched; }
    /// The model with the most rows touched, for a fault's text.
    [[nodiscard]] QString busiest() const;
    [[nodiscard]] int modelCount() const { return m_modelCount; }

private:
    void watch(QAbstractItemModel *model);
    void touched(const QString &name, int first, int last);

    QStringList m_renewals;
    QHash<QString, qint64> m_byModel;
    qint64 m_rowsTouched = 0;
    int m_modelCount = 0;
};

} // namespace fireline::test
