<?php
// Stubs of the few hooks of WordPress that the plugin uses. php wordpress.php PLUGIN.php WHAT, where WHAT is page, look, health, tests,
// stranger or leave.
define('ABSPATH', __DIR__ . '/');
$hooks = array();
$checked = array();
$may = $argv[2] !== 'stranger';
function add_action($name, $function) { $GLOBALS['hooks'][$name] = $function; }
function add_filter($name, $function) { $GLOBALS['hooks'][$name] = $function; }
function add_management_page($title, $menu, $capability, $slug, $function) {
	$GLOBALS['hooks']['page'] = $function;
	echo "capability $capability\n";
}
function current_user_can($capability) { return $GLOBALS['may'] && $capability === 'manage_options'; }
function wp_die($message, $title, $arguments) { echo 'died ' . $arguments['response']; exit; }
function esc_html($text) { return htmlspecialchars($text, ENT_QUOTES); }
function esc_textarea($text) { return htmlspecialchars($text, ENT_QUOTES); }
function esc_url($url) { return htmlspecialchars($url, ENT_QUOTES); }
function admin_url($path) { return 'https://shop.test/wp-admin/' . $path; }
function wp_nonce_field($action) { echo '<input name="_wpnonce" value="' . $action . '">'; }
function check_admin_referer($action) { $GLOBALS['checked'][] = $action; }
function check_ajax_referer($action) { $GLOBALS['checked'][] = $action; }
function wp_send_json_success($data) { echo json_encode(array('success' => true, 'data' => $data)); }
function wp_send_json_error($data, $status) { echo json_encode(array('success' => false, 'status' => $status)); }

if ($argv[2] === 'leave') {
	define('WP_UNINSTALL_PLUGIN', $argv[1]);
	require dirname($argv[1]) . '/uninstall.php';
	exit;
}
require $argv[1];
if ($argv[2] === 'tests') {
	echo json_encode(call_user_func($hooks['site_status_tests'], array('direct' => array(), 'async' => array())));
} elseif ($argv[2] === 'health') {
	call_user_func($hooks['wp_ajax_health-check-mail-medic']);
	echo "\nchecked " . implode(' ', $checked);
} else {
	call_user_func($hooks['admin_menu']);
	if ($argv[2] === 'look') {
		$_POST['mail_medic_look'] = '1';
	}
	call_user_func($hooks['page']);
	echo "\nchecked " . implode(' ', $checked);
}
