//! Steps of known duration for Node.js, for `run-once.mjs`:
//!
//! - `compute(ms)` computes for that much of the thread's own processor time;
//! - `reply(ms, callback)` is awaited I/O that needs no thread: a timerfd that the event loop polls as it does sockets;
//! - `operation(ms, callback)` occupies one thread of libuv's pool, from when that thread takes it up;
//! - `useProcessors(count)` lets this thread, and the processes that it starts, run on that many processors.
//!
//! JavaScript has no other way to ask for I/O and for pool operations that take a given time from their start.

mod node;

use node::*;
use std::ffi::CString;
use std::os::raw::{c_int, c_void};
use std::os::unix::io::AsRawFd;
use std::ptr::{null, null_mut};
use std::time::Duration;

/// Node-API's entry point: called once in each thread that loads the addon.
///
/// # Safety
/// Only Node calls it.
#[no_mangle]
pub unsafe extern "C" fn napi_register_module_v1(env: Env, exports: Value) -> Value {
    let functions: [(&str, Callback); 4] = [
        ("compute", compute),
        ("reply", reply),
        ("operation", operation),
        ("useProcessors", use_processors),
    ];
    for (name, callback) in functions {
        let name = CString::new(name).unwrap();
        let mut function = null_mut();
        check(napi_create_function(
            env, name.as_ptr(), AUTO_LENGTH, callback, null_mut(), &mut function,
        ));
        check(napi_set_named_property(env, exports, name.as_ptr(), function));
    }
    exports
}

/// A failure here means that the addon itself is wrong, not its caller.
fn check(status: c_int) {
    assert_eq!(status, 0, "Node-API or libuv refused a call");
}

/// The arguments `(milliseconds, function)`; throws in JavaScript, and is None, when the first is no number.
unsafe fn arguments(env: Env, info: CallbackInfo) -> Option<(Duration, Value)> {
    let mut count = 2;
    let mut values: [Value; 2] = [null_mut(); 2];
    check(napi_get_cb_info(env, info, &mut count, values.as_mut_ptr(), null_mut(), null_mut()));
    let mut milliseconds = 0.0;
    if napi_get_value_double(env, values[0], &mut milliseconds) != 0 {
        let message = CString::new("a number of milliseconds is wanted").unwrap();
        check(napi_throw_error(env, null(), message.as_ptr()));
        return None;
    }
    Some((Duration::from_nanos((milliseconds.max(0.0) * 1e6) as u64), values[1]))
}

unsafe fn name(env: Env) -> Value {
    let mut value = null_mut();
    let text = CString::new("step").unwrap();
    check(napi_create_string_utf8(env, text.as_ptr(), AUTO_LENGTH, &mut value));
    value
}

unsafe fn referenced(env: Env, function: Value) -> Reference {
    let mut reference = null_mut();
    check(napi_create_reference(env, function, 1, &mut reference));
    reference
}

unsafe fn dereferenced(env: Env, reference: Reference) -> (Value, Value) {
    let (mut function, mut global) = (null_mut(), null_mut());
    check(napi_get_reference_value(env, reference, &mut function));
    check(napi_get_global(env, &mut global));
    (function, global)
}

unsafe extern "C" fn compute(env: Env, info: CallbackInfo) -> Value {
    if let Some((length, _)) = arguments(env, info) {
        kernel::compute(length);
    }
    null_mut()
}

unsafe extern "C" fn use_processors(env: Env, info: CallbackInfo) -> Value {
    let mut count = 1;
    let mut value = null_mut();
    check(napi_get_cb_info(env, info, &mut count, &mut value, null_mut(), null_mut()));
    let mut processors = 0.0;
    let outcome = match napi_get_value_double(env, value, &mut processors) {
        0 => kernel::use_processors(processors as usize),
        _ => Err("a number of processors is wanted".to_string()),
    };
    if let Err(message) = outcome {
        let message = CString::new(message).unwrap();
        check(napi_throw_error(env, null(), message.as_ptr()));
    }
    null_mut()
}

struct Reply {
    env: Env,
    timer: kernel::Timer,
    callback: Reference,
    context: AsyncContext,
    /// The memory of libuv's handle, whose size only libuv knows.
    _handle: Vec<u64>,
}

unsafe extern "C" fn reply(env: Env, info: CallbackInfo) -> Value {
    let (length, function) = match arguments(env, info) {
        Some(arguments) => arguments,
        None => return null_mut(),
    };
    let timer = kernel::Timer::new().expect("a timerfd");
    let (mut event_loop, mut context) = (null_mut(), null_mut());
    check(napi_get_uv_event_loop(env, &mut event_loop));
    check(napi_async_init(env, null_mut(), name(env), &mut context));
    let mut memory = vec![0_u64; uv_handle_size(UV_POLL) / 8 + 1];
    let handle: PollHandle = memory.as_mut_ptr().cast();
    let fd = timer.as_raw_fd();
    check(uv_poll_init(event_loop, handle, fd));
    timer.set(length).expect("a time for the timerfd");
    let callback = referenced(env, function);
    let reply = Box::new(Reply { env, timer, callback, context, _handle: memory });
    uv_handle_set_data(handle, Box::into_raw(reply).cast());
    check(uv_poll_start(handle, UV_READABLE, readable));
    null_mut()
}

unsafe extern "C" fn readable(handle: PollHandle, _status: c_int, _events: c_int) {
    let reply = &*uv_handle_get_data(handle).cast::<Reply>();
    if reply.timer.read().is_err() {
        return;
    }
    let env = reply.env;
    let mut scope = null_mut();
    check(napi_open_handle_scope(env, &mut scope));
    let (function, global) = dereferenced(env, reply.callback);
    check(napi_delete_reference(env, reply.callback));
    uv_close(handle, closed);
    // Runs nextTick callbacks and microtasks before it returns, as after each of Node's own callbacks.
    napi_make_callback(env, reply.context, global, function, 0, null(), null_mut());
    check(napi_async_destroy(env, reply.context));
    check(napi_close_handle_scope(env, scope));
}

unsafe extern "C" fn closed(handle: PollHandle) {
    drop(Box::from_raw(uv_handle_get_data(handle).cast::<Reply>()));
}

struct Operation {
    length: Duration,
    callback: Reference,
    work: AsyncWork,
}

unsafe extern "C" fn operation(env: Env, info: CallbackInfo) -> Value {
    if let Some((length, function)) = arguments(env, info) {
        let callback = referenced(env, function);
        let operation =
            Box::into_raw(Box::new(Operation { length, callback, work: null_mut() }));
        check(napi_create_async_work(
            env, null_mut(), name(env), execute, complete, operation.cast(), &mut (*operation).work,
        ));
        check(napi_queue_async_work(env, (*operation).work));
    }
    null_mut()
}

unsafe extern "C" fn execute(_env: Env, data: *mut c_void) {
    std::thread::sleep((*data.cast::<Operation>()).length);
}

unsafe extern "C" fn complete(env: Env, _status: c_int, data: *mut c_void) {
    let operation = Box::from_raw(data.cast::<Operation>());
    let (function, global) = dereferenced(env, operation.callback);
    check(napi_delete_reference(env, operation.callback));
    check(napi_delete_async_work(env, operation.work));
    napi_call_function(env, global, function, 0, null(), null_mut());
}
