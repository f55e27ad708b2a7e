// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panelrig.h"
#include "rows.h"
#include "spelling/spelling.h"
#include "status/audiencesmodel.h"
#include "status/statusdesk.h"
#include "status/statuspanel.h"
#include "status/updatesmodel.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTextBrowser>

namespace fireline::test {

using namespace Qt::StringLiterals;

/// What the status panel stands on; there is no dictionary.
struct StatusModels
{
    explicit StatusModels(models::IncidentFeed &feed) : audiences(feed), updates(feed), desk(feed) { }
    views::StatusPanel panel(views::Theme &theme, views::TimeDisplay &times)
    {
        return views::StatusPanel({desk, &audiences, &updates, spelling}, theme, times);
    }

    QTemporaryDir dictionaries;
    models::AudiencesModel audiences;
    models::UpdatesModel updates;
    models::StatusDesk desk;
    views::Spelling spelling{QStringList{dictionaries.path()}};
};

struct StatusBoard : PanelRig<StatusModels, views::StatusPanel>
{
    explicit StatusBoard(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s,
                         bool isPrivate = false)
        : PanelRig(process, severity, isPrivate)
    {
        show({900, 600});
    }
    /// Of several with this name the one that is not hidden.
    template<typename T = QWidget>
    T *part(const QString &name) const
    {
        for (T *found : panel.findChildren<T *>(name)) {
            if (found->isVisibleTo(&panel))
                return found;
        }
        return panel.findChild<T *>(name);
    }
    QString text(const QString &name) const { return part<QLabel>(name)->text(); }
    QString preview() const { return part<QTextBrowser>(u"statusPreview"_s)->toPlainText(); }
    QStringList checks() const { return textsOf(*part<QListView>(u"statusChecks"_s)->model(), Qt::DisplayRole); }
    void choose(const QString &target) const
    {
        auto *list = part<QListView>(u"statusAudiences"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        for (int row = 0; row < model.audiences.rowCount(); ++row) {
            if (list->currentIndex().data(models::status::TargetRole).toString() == target)
                break;
            QTest::keyClick(list, Qt::Key_Down);
        }
        QCOMPARE(list->currentIndex().data(models::status::TargetRole).toString(), target);
        QTest::keyClick(list, Qt::Key_Return);
    }
    void fill(const QString &field, const QString &words) const
    {
        auto *edit = part<QPlainTextEdit>(u"statusField-"_s + field);
        QVERIFY2(edit, qPrintable(field));
        edit->setFocus();
        type(words);
        QCOMPARE(edit->toPlainText(), words);
    }
    void fillPublic() const
    {
        choose(u"update/public"_s);
        fill(u"summary"_s, u"Checkout fails for some users"_s);
        auto *payments = part<QComboBox>(u"component4"_s);
        payments->setFocus();
        QTest::keyClick(payments, Qt::Key_Down);
        QTest::keyClick(payments, Qt::Key_Down);
        fill(u"next_update"_s, u"+30m"_s);
    }
    void commit() const { press(Qt::Key_Return, Qt::ControlModifier); }
    const domain::Update *update(const QString &id) const { return feed.state().update(id); }
};

} // namespace fireline::test
