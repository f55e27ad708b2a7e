// SPDX-License-Identifier: GPL-3.0-or-later
#include "farnetwork.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <fcntl.h>
#include <linux/capability.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr int Patience = 10000; // ms
const QString Near = u"10.77.0.1"_s;
const QString Far = u"10.77.0.2"_s;

bool entered = false;

bool writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

// `ip` is another program: what this one may do in its networks has to be handed on, which the rights of root alone are by themselves.
bool handOn(std::initializer_list<int> rights)
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2]{};
    for (const int right : rights) {
        const auto bit = quint32(1) << right;
        data[0].effective |= bit;
        data[0].permitted |= bit;
        data[0].inheritable |= bit;
    }
    bool done = ::syscall(SYS_capset, &header, data) == 0;
    for (const int right : rights)
        done = ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, right, 0, 0) == 0 && done;
    return done;
}

// By this program itself: what is reached on this computer is reached whether or not there is an `ip`.
bool raiseLoopback()
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strncpy(request.ifr_name, "lo", IFNAMSIZ - 1);
    bool done = ::ioctl(socket, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP);
    done = done && ::ioctl(socket, SIOCSIFFLAGS, &request) == 0;
    ::close(socket);
    return done;
}

bool enterHere()
{
    const QByteArray user = QByteArray::number(::geteuid());
    const QByteArray group = QByteArray::number(::getegid());
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 && writeTo("/proc/self/setgroups", "deny")
           && writeTo("/proc/self/uid_map", user + ' ' + user + " 1") && writeTo("/proc/self/gid_map", group + ' ' + group + " 1")
           && handOn({CAP_NET_ADMIN, CAP_SYS_ADMIN}) && raiseLoopback();
}

QString program(const QString &name)
{
    return QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s, u"/bin"_s});
}

} // namespace

// By a child first: where only half of it is allowed, this program would be left in a network that leads nowhere.
void FarNetwork::enter()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(enterHere() ? 0 : 1);
    int status = 1;
    entered = child > 0 && ::waitpid(child, &status, 0) == child && status == 0 && enterHere();
}

QString FarNetwork::whyNot()
{
    if (!entered)
        return u"this system gives no network of its own to a test (user and network namespaces)"_s;
    if (program(u"ip"_s).isEmpty())
        return u"missing: ip (package iproute2)"_s;
    return {};
}

QString FarNetwork::plugIn(qint64 process)
{
    m_process = process;
    const bool hasCable = here({u"link"_s, u"add"_s, u"near"_s, u"type"_s, u"veth"_s, u"peer"_s, u"name"_s, u"far"_s, u"netns"_s,
                                QString::number(process)});
    if (!hasCable)
        return u"this system gives no cable between two networks (veth): "_s + m_said;
    const bool isIn = here({u"addr"_s, u"add"_s, Near + u"/24"_s, u"dev"_s, u"near"_s})
                      && here({u"link"_s, u"set"_s, u"near"_s, u"up"_s})
                      && there({u"addr"_s, u"add"_s, Far + u"/24"_s, u"dev"_s, u"far"_s})
                      && there({u"link"_s, u"set"_s, u"far"_s, u"up"_s});
    return isIn ? QString() : u"this system lets no test change its own network: "_s + m_said;
}

bool FarNetwork::setCable(bool isIn)
{
    return there({u"link"_s, u"set"_s, u"far"_s, isIn ? u"up"_s : u"down"_s});
}

bool FarNetwork::setDeaf(bool isDeaf)
{
    return there({u"route"_s, isDeaf ? u"add"_s : u"del"_s, u"blackhole"_s, Near});
}

QString FarNetwork::slowDown()
{
    const QString tc = program(u"tc"_s);
    const QList<QStringList> ways{
        {u"netem"_s, u"delay"_s, u"60ms"_s, u"20ms"_s, u"loss"_s, u"2%"_s, u"rate"_s, u"1mbit"_s},
        {u"tbf"_s, u"rate"_s, u"256kbit"_s, u"burst"_s, u"4kb"_s, u"latency"_s, u"2s"_s},
    };
    for (const QStringList &way : ways) {
        const auto narrow = [&](const QString &end, qint64 network) {
            return run(QStringList{tc, u"qdisc"_s, u"add"_s, u"dev"_s, end, u"root"_s} + way, network);
        };
        if (!tc.isEmpty() && narrow(u"near"_s, 0) && narrow(u"far"_s, m_process))
            return way.join(u' ');
    }
    return {};
}

QString FarNetwork::address()
{
    return Far;
}

bool FarNetwork::here(const QStringList &arguments)
{
    return run(QStringList{program(u"ip"_s)} + arguments, 0);
}

bool FarNetwork::there(const QStringList &arguments)
{
    return run(QStringList{program(u"ip"_s)} + arguments, m_process);
}

bool FarNetwork::run(const QStringList &command, qint64 inNetworkOf)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (inNetworkOf != 0)
        process.setChildProcessModifier([path = "/proc/" + QByteArray::number(inNetworkOf) + "/ns/net"] {
            const int network = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
            if (network < 0 || ::setns(network, CLONE_NEWNET) != 0)
                ::_exit(127);
        });
    process.start(command.first(), command.mid(1));
    const bool done = process.waitForFinished(Patience) && process.exitStatus() == QProcess::NormalExit
                      && process.exitCode() == 0;
    m_said = QString::fromLocal8Bit(process.readAll()).simplified();
    return done;
}

} // namespace fireline::test
