//! The few functions of Node-API and libuv that the steps need, declared by hand from `node_api.h` and `uv.h`: the
//! `node` binary brings them, and so the addon builds without Node's headers.

use std::os::raw::{c_char, c_int, c_void};

macro_rules! opaque {
    ($($name:ident),*) => { $(pub type $name = *mut c_void;)* };
}
opaque!(Env, Value, Reference, AsyncContext, AsyncWork, CallbackInfo, Loop, PollHandle);

pub type Callback = unsafe extern "C" fn(Env, CallbackInfo) -> Value;
pub type Execute = unsafe extern "C" fn(Env, *mut c_void);
pub type Complete = unsafe extern "C" fn(Env, c_int, *mut c_void);
pub type PollCallback = unsafe extern "C" fn(PollHandle, c_int, c_int);

/// `uv_handle_type` and `uv_poll_event` of libuv 1.
pub const UV_POLL: c_int = 8;
pub const UV_READABLE: c_int = 1;
/// `NAPI_AUTO_LENGTH`
pub const AUTO_LENGTH: usize = usize::MAX;

#[rustfmt::skip]
extern "C" {
    pub fn napi_get_cb_info(env: Env, info: CallbackInfo, count: *mut usize, values: *mut Value, this: *mut Value, data: *mut *mut c_void) -> c_int;
    pub fn napi_get_value_double(env: Env, value: Value, result: *mut f64) -> c_int;
    pub fn napi_create_function(env: Env, name: *const c_char, length: usize, callback: Callback, data: *mut c_void, result: *mut Value) -> c_int;
    pub fn napi_set_named_property(env: Env, object: Value, name: *const c_char, value: Value) -> c_int;
    pub fn napi_create_string_utf8(env: Env, text: *const c_char, length: usize, result: *mut Value) -> c_int;
    pub fn napi_throw_error(env: Env, code: *const c_char, message: *const c_char) -> c_int;
    pub fn napi_create_reference(env: Env, value: Value, count: u32, result: *mut Reference) -> c_int;
    pub fn napi_get_reference_value(env: Env, reference: Reference, result: *mut Value) -> c_int;
    pub fn napi_delete_reference(env: Env, reference: Reference) -> c_int;
    pub fn napi_get_global(env: Env, result: *mut Value) -> c_int;
    pub fn napi_open_handle_scope(env: Env, result: *mut *mut c_void) -> c_int;
    pub fn napi_close_handle_scope(env: Env, scope: *mut c_void) -> c_int;
    pub fn napi_async_init(env: Env, resource: Value, name: Value, result: *mut AsyncContext) -> c_int;
    pub fn napi_make_callback(env: Env, context: AsyncContext, receiver: Value, function: Value, count: usize, arguments: *const Value, result: *mut Value) -> c_int;
    pub fn napi_call_function(env: Env, receiver: Value, function: Value, count: usize, arguments: *const Value, result: *mut Value) -> c_int;
    pub fn napi_create_async_work(env: Env, resource: Value, name: Value, execute: Execute, complete: Complete, data: *mut c_void, result: *mut AsyncWork) -> c_int;
    pub fn napi_queue_async_work(env: Env, work: AsyncWork) -> c_int;
    pub fn napi_delete_async_work(env: Env, work: AsyncWork) -> c_int;
    pub fn napi_get_uv_event_loop(env: Env, result: *mut Loop) -> c_int;

    pub fn uv_handle_size(kind: c_int) -> usize;
    pub fn uv_handle_set_data(handle: PollHandle, data: *mut c_void);
    pub fn uv_handle_get_data(handle: PollHandle) -> *mut c_void;
    pub fn uv_poll_init(event_loop: Loop, handle: PollHandle, fd: c_int) -> c_int;
    pub fn uv_poll_start(handle: PollHandle, events: c_int, callback: PollCallback) -> c_int;
}
