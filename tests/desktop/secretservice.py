#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of org.freedesktop.secrets that keeps and finds one secret by its attributes, in memory, for a test: one collection
that is never locked, sessions without encryption. Prints a line once it answers."""
import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

ROOT = "/org/freedesktop/secrets"
SERVICE = "org.freedesktop.Secret.Service"
COLLECTION = "org.freedesktop.Secret.Collection"
ITEM = "org.freedesktop.Secret.Item"
PROPERTIES = "org.freedesktop.DBus.Properties"
NONE = dbus.ObjectPath("/")


class Item(dbus.service.Object):
    def __init__(self, store, path, attributes, secret):
        super().__init__(store.bus, path)
        self.store, self.path, self.attributes, self.secret = store, path, attributes, secret

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {"Locked": False, "Attributes": dbus.Dictionary(self.attributes, signature="ss"), "Label": "Fireline",
                "Created": dbus.UInt64(0), "Modified": dbus.UInt64(0)}

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(ITEM, in_signature="o", out_signature="(oayays)")
    def GetSecret(self, session):
        return (session, dbus.ByteArray(b""), dbus.ByteArray(self.secret), "text/plain")

    @dbus.service.method(ITEM, out_signature="o")
    def Delete(self):
        self.store.items.remove(self)
        self.remove_from_connection()
        return NONE


class Store(dbus.service.Object):
    """The service and its one collection."""

    def __init__(self, bus):
        super().__init__(bus, ROOT)
        self.bus, self.items, self.count = bus, [], 0
        self.collection = Collection(self)

    def found(self, attributes):
        return [item for item in self.items if all(item.attributes.get(key) == value for key, value in attributes.items())]

    @dbus.service.method(SERVICE, in_signature="sv", out_signature="vo")
    def OpenSession(self, algorithm, value):
        if algorithm != "plain":
            raise dbus.exceptions.DBusException("no encryption here", name="org.freedesktop.DBus.Error.NotSupported")
        return (dbus.String("", variant_level=1), dbus.ObjectPath(ROOT + "/session/1"))

    @dbus.service.method(SERVICE, in_signature="a{ss}", out_signature="aoao")
    def SearchItems(self, attributes):
        return ([item.path for item in self.found(attributes)], dbus.Array([], signature="o"))

    @dbus.service.method(SERVICE, in_signature="ao", out_signature="aoo")
    def Unlock(self, objects):
        return (objects, NONE)

    @dbus.service.method(SERVICE, in_signature="aoo", out_signature="a{o(oayays)}")
    def GetSecrets(self, paths, session):
        return {item.path: item.GetSecret(session) for item in self.items if item.path in paths}

    @dbus.service.method(SERVICE, in_signature="s", out_signature="o")
    def ReadAlias(self, name):
        return dbus.ObjectPath(ROOT + "/collection/login")

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {"Collections": dbus.Array([dbus.ObjectPath(ROOT + "/collection/login")], signature="o")}

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]


class Collection(dbus.service.Object):
    SUPPORTS_MULTIPLE_OBJECT_PATHS = True

    def __init__(self, store):
        super().__init__()
        self.store = store
        for path in ("/collection/login", "/aliases/default"):
            self.add_to_connection(store.bus, ROOT + path)

    @dbus.service.method(COLLECTION, in_signature="a{sv}(oayays)b", out_signature="oo")
    def CreateItem(self, properties, secret, replace):
        attributes = {str(key): str(value) for key, value in properties[ITEM + ".Attributes"].items()}
        for item in self.store.found(attributes) if replace else []:
            item.Delete()
        self.store.count += 1
        path = dbus.ObjectPath(f"{ROOT}/collection/login/{self.store.count}")
        self.store.items.append(Item(self.store, path, attributes, bytes(secret[2])))
        return (path, NONE)

    @dbus.service.method(COLLECTION, in_signature="a{ss}", out_signature="ao")
    def SearchItems(self, attributes):
        return [item.path for item in self.store.found(attributes)]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return {"Locked": False, "Label": "login", "Created": dbus.UInt64(0), "Modified": dbus.UInt64(0),
                "Items": dbus.Array([item.path for item in self.store.items], signature="o")}

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.GetAll(interface)[name]


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
session_bus = dbus.SessionBus()
owned = dbus.service.BusName("org.freedesktop.secrets", session_bus)
service = Store(session_bus)
print("ready", flush=True)
GLib.MainLoop().run()
