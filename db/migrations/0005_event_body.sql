-- An event is read under the setting of its own institution, like every other row; there is no door past that.
drop function event_body(uuid, uuid, integer);
