// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelwatch.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr int shortList = 200; // what cannot grow with the record may start anew

} // namespace

ModelWatch::ModelWatch(QWidget *window)
{
    QSet<QAbstractItemModel *> models;
    for (const auto *view : window->findChildren<QAbstractItemView *>()) {
        for (auto *model = view->model(); model && !models.contains(model);) {
            models.insert(model);
            auto *proxy = qobject_cast<QAbstractProxyModel *>(model);
            model = proxy ? proxy->sourceModel() : nullptr;
        }
    }
    for (QAbstractItemModel *model : std::as_const(models))
        watch(model);
    m_modelCount = int(models.size());
}

void ModelWatch::watch(QAbstractItemModel *model)
{
    const QString name = QString::fromLatin1(model->metaObject()->className());
    const auto renewed = [this, model, name](const QString &how) {
        if (model->rowCount() > shortList)
            m_renewals.append(name + how);
    };
    connect(model, &QAbstractItemModel::modelReset, this, [renewed] { renewed(u" is reset"_s); });
    connect(model, &QAbstractItemModel::layoutChanged, this, [renewed] { renewed(u" is laid out anew"_s); });
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this, name](const QModelIndex &, int first, int last) { touched(name, first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this, name](const QModelIndex &, int first, int last) { touched(name, first, last); });
    connect(model, &QAbstractItemModel::rowsMoved, this,
            [this, name](const QModelIndex &, int first, int last) { touched(name, first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this, name](const QModelIndex &first, const QModelIndex &last) { touched(name, first.row(), last.row()); });
}

void ModelWatch::touched(const QString &name, int first, int last)
{
    m_rowsTouched += last - first + 1;
    m_byModel[name] += last - first + 1;
}

void ModelWatch::start()
{
    m_renewals.clear();
    m_byModel.clear();
    m_rowsTouched = 0;
}

QString ModelWatch::busiest() const
{
    const auto most = std::max_element(m_byModel.cbegin(), m_byModel.cend());
    return most == m_byModel.cend() ? QString() : u"%1: %2 rows"_s.arg(most.key()).arg(most.value());
}

} // namespace fireline::test
